import type { Metadata } from "next";
import type { JSX } from "react";
import { projectName } from "@/features/projects/project-name";
import { PrefetchedTasks } from "@/features/tasks/prefetched-tasks";
import { ProjectPage } from "@/features/tasks/project-page";
import { outlineFilter } from "@/features/tasks/queries";
import { currentProject } from "@/lib/api/current";
import { serverTexts } from "@/lib/texts/server";

type Props = PageProps<"/projects/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ id }, { t }] = await Promise.all([params, serverTexts()]);
  const project = await currentProject(id);
  return { title: project ? projectName(project, t) : t("shell.notFoundTitle") };
}

export default async function Page({ params }: Props): Promise<JSX.Element> {
  const { id } = await params;
  return (
    <PrefetchedTasks filter={outlineFilter(id)} sectionsOf={id}>
      <ProjectPage id={id} />
    </PrefetchedTasks>
  );
}
