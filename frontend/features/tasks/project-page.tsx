"use client";
// The tasks of one project; the Inbox is one too.
import { type JSX, useMemo } from "react";
import { Notice } from "@/components/ui/notice";
import { ProjectDot } from "@/features/projects/project-dot";
import { ProjectMenu } from "@/features/projects/project-menu";
import { useProject } from "@/features/projects/queries";
import { texts as projectTexts } from "@/features/projects/texts";
import { NotFoundNotice } from "@/features/shell/not-found-notice";
import { PageHeader } from "@/features/shell/page-header";
import type { Project } from "@/lib/api/types";
import { AddFirstButton, AddTaskButton } from "./add-task-button";
import { CompletedSection } from "./completed-section";
import { BlankListPicture, EmptyTrayPicture } from "./pictures";
import { projectFilter, useTaskList } from "./queries";
import { TaskList } from "./task-list";
import { TaskPageContent } from "./task-page";
import { texts } from "./texts";

const SHOWN = { due: "day", project: false } as const;

export function ProjectPage({ id }: { id: string }): JSX.Element {
  const project = useProject(id);
  return project === undefined ? <NotFoundNotice /> : <ProjectContent project={project} />;
}

function ProjectContent({ project }: { project: Project }): JSX.Element {
  const filter = useMemo(() => projectFilter(project.id), [project.id]);
  const list = useTaskList(filter);
  return (
    <>
      <PageHeader
        title={project.is_inbox ? texts.inbox : project.name}
        lead={projectTexts.openTasks(project.open_task_count)}
        mark={project.is_inbox ? undefined : <ProjectDot color={project.color} className="size-3.5" />}
        actions={project.is_inbox || project.role !== "owner" ? undefined : <ProjectMenu project={project} />}
      />
      <TaskPageContent list={list} empty={<EmptyProject project={project} />}>
        {(tasks) => (
          <>
            <TaskList label={project.name} tasks={tasks} shown={SHOWN} />
            <AddTaskButton projectId={project.id} />
          </>
        )}
      </TaskPageContent>
      <CompletedSection filter={filter} shown={SHOWN} />
    </>
  );
}

function EmptyProject({ project }: { project: Project }): JSX.Element {
  const action = <AddFirstButton projectId={project.id} />;
  return project.is_inbox ? (
    <Notice picture={<EmptyTrayPicture />} title={texts.emptyInbox} action={action}>
      {texts.emptyInboxLead}
    </Notice>
  ) : (
    <Notice picture={<BlankListPicture />} title={texts.emptyProject} action={action}>
      {texts.emptyProjectLead}
    </Notice>
  );
}
