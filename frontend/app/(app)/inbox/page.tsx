import type { Metadata } from "next";
import type { JSX } from "react";
import { PrefetchedTasks } from "@/features/tasks/prefetched-tasks";
import { ProjectPage } from "@/features/tasks/project-page";
import { outlineFilter } from "@/features/tasks/queries";
import { currentUser } from "@/lib/api/current";
import { serverTexts } from "@/lib/texts/server";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await serverTexts();
  return { title: t("shell.inbox") };
}

export default async function Page(): Promise<JSX.Element> {
  const { inbox_project_id: id } = await currentUser();
  return (
    <PrefetchedTasks filter={outlineFilter(id)} sectionsOf={id}>
      <ProjectPage id={id} />
    </PrefetchedTasks>
  );
}
