import type { Metadata } from "next";
import type { JSX } from "react";
import { CompletedPage } from "@/features/tasks/completed-page";
import { PrefetchedTasks } from "@/features/tasks/prefetched-tasks";
import { completedFilter } from "@/features/tasks/queries";
import { serverTexts } from "@/lib/texts/server";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await serverTexts();
  return { title: t("tasks.completed") };
}

export default function Page(): JSX.Element {
  return (
    <PrefetchedTasks filter={completedFilter}>
      <CompletedPage />
    </PrefetchedTasks>
  );
}
