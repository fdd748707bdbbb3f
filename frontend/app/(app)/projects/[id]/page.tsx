import type { Metadata } from "next";
import type { JSX } from "react";
import { PrefetchedTasks } from "@/features/tasks/prefetched-tasks";
import { ProjectPage } from "@/features/tasks/project-page";
import { projectFilter } from "@/features/tasks/queries";

export const metadata: Metadata = { title: "Project" };

export default async function Page({ params }: PageProps<"/projects/[id]">): Promise<JSX.Element> {
  const { id } = await params;
  return (
    <PrefetchedTasks filter={projectFilter(id)}>
      <ProjectPage id={id} />
    </PrefetchedTasks>
  );
}
