"use client";
// A list that comes page by page: loading, failure, nothing, and the way to more.
import type { InfiniteData, UseInfiniteQueryResult } from "@tanstack/react-query";
import type { JSX, ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { LoadError } from "@/components/ui/load-error";
import { Spinner } from "@/components/ui/spinner";
import { TaskListSkeleton } from "@/features/tasks/task-list-skeleton";
import { useTexts } from "@/lib/texts/texts-provider";

interface PagedProps<Item> {
  query: UseInfiniteQueryResult<InfiniteData<{ items: Item[] }>>;
  failed: string;
  empty: ReactNode;
  children: (items: Item[]) => ReactNode;
}

export function Paged<Item>({ query, failed, empty, children }: PagedProps<Item>): JSX.Element {
  const { t } = useTexts();
  if (query.status === "pending") return <TaskListSkeleton />;
  if (query.status === "error") return <LoadError title={failed} error={query.error} onRetry={() => void query.refetch()} />;
  const items = query.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <>{empty}</>;
  return (
    <>
      {children(items)}
      {query.hasNextPage && (
        <Button
          className="mt-6 w-full"
          variant="quiet"
          onClick={() => void query.fetchNextPage()}
          disabled={query.isFetchingNextPage}
        >
          {query.isFetchingNextPage && <Spinner />}
          {t("tasks.showMore")}
        </Button>
      )}
    </>
  );
}
