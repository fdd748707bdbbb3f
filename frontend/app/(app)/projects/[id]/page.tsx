import type { Metadata } from "next";
import type { JSX } from "react";
import { PrefetchedTasks } from "@/features/tasks/prefetched-tasks";
import { ProjectPage } from "@/features/tasks/project-page";
import { outlineFilter } from "@/features/tasks/queries";
import { currentProjects } from "@/lib/api/current";
import { serverTexts } from "@/lib/texts/server";

type Props = PageProps<"/projects/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ id }, projects, { t }] = await Promise.all([params, currentProjects(), serverTexts()]);
  return { title: projects.find((project) => project.id === id)?.name ?? t("shell.notFoundTitle") };
}

export default async function Page({ params }: Props): Promise<JSX.Element> {
  const { id } = await params;
  return (
    <PrefetchedTasks filter={outlineFilter(id)} sectionsOf={id}>
      <ProjectPage id={id} />
    </PrefetchedTasks>
  );
}
