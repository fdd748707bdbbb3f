import type { Metadata } from "next";
import type { JSX } from "react";
import { notFound } from "next/navigation";
import { OpenTask } from "@/features/tasks/open-task";
import { PrefetchedTasks } from "@/features/tasks/prefetched-tasks";
import { ProjectPage } from "@/features/tasks/project-page";
import { outlineFilter } from "@/features/tasks/queries";
import { currentTask } from "@/lib/api/current";
import { serverTexts } from "@/lib/texts/server";

type Props = PageProps<"/tasks/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ id }, { t }] = await Promise.all([params, serverTexts()]);
  return { title: (await currentTask(id))?.title ?? t("shell.notFoundTitle") };
}

/** Where links to a task lead: its project, with the task open. */
export default async function Page({ params }: Props): Promise<JSX.Element> {
  const task = await currentTask((await params).id);
  if (task === null) notFound();
  return (
    <PrefetchedTasks filter={outlineFilter(task.project_id)} sectionsOf={task.project_id}>
      <ProjectPage id={task.project_id} />
      <OpenTask task={task} />
    </PrefetchedTasks>
  );
}
