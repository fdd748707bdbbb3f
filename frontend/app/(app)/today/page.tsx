import type { Metadata } from "next";
import type { JSX } from "react";
import { PrefetchedTasks } from "@/features/tasks/prefetched-tasks";
import { todayFilter } from "@/features/tasks/queries";
import { TodayPage } from "@/features/tasks/today-page";
import { currentDay } from "@/lib/api/current";
import { serverTexts } from "@/lib/texts/server";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await serverTexts();
  return { title: t("shell.today") };
}

export default async function Page(): Promise<JSX.Element> {
  return (
    <PrefetchedTasks filter={todayFilter(await currentDay())}>
      <TodayPage />
    </PrefetchedTasks>
  );
}
