import type { Metadata } from "next";
import type { JSX } from "react";
import { PrefetchedTasks } from "@/features/tasks/prefetched-tasks";
import { upcomingFilter } from "@/features/tasks/queries";
import { UpcomingPage } from "@/features/tasks/upcoming-page";
import { currentDay } from "@/lib/api/current";
import { serverTexts } from "@/lib/texts/server";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await serverTexts();
  return { title: t("shell.upcoming") };
}

export default async function Page(): Promise<JSX.Element> {
  return (
    <PrefetchedTasks filter={upcomingFilter(await currentDay())}>
      <UpcomingPage />
    </PrefetchedTasks>
  );
}
