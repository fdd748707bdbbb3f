"use client";
// What every page of tasks has in common: loading, failure, emptiness, more pages, completed tasks at the end.
import { type JSX, type ReactNode, Suspense } from "react";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";
import type { Task } from "@/lib/api/types";
import { lazyPart } from "@/lib/lazy-part";
import { useTexts } from "@/lib/texts/texts-provider";
import { TaskListSkeleton } from "./task-list-skeleton";
import type { TaskListState } from "./queries";

const LoadError = lazyPart(async () => (await import("@/components/ui/load-error")).LoadError);

interface TaskPageProps {
  list: TaskListState;
  empty: ReactNode;
  children: (tasks: Task[]) => ReactNode;
}

export function TaskPageContent({ list, empty, children }: TaskPageProps): JSX.Element {
  const { t } = useTexts();
  if (list.status === "pending") return <TaskListSkeleton />;
  if (list.status === "error") {
    return (
      <Suspense fallback={null}>
        <LoadError title={t("tasks.loadFailed")} error={list.error} onRetry={list.retry} />
      </Suspense>
    );
  }
  // Rows that are just being completed keep their place until they are gone.
  if (list.tasks.length === 0) return <>{empty}</>;
  return (
    <>
      {children(list.tasks)}
      {list.showMore !== null && (
        <Button className="mt-6 w-full" variant="quiet" onClick={list.showMore} disabled={list.loadingMore}>
          {list.loadingMore && <Spinner />}
          {t("tasks.showMore")}
        </Button>
      )}
    </>
  );
}
