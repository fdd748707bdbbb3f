"use client";
// The tasks of one project; the Inbox is one too.
import { Columns3, List } from "lucide-react";
import { type JSX, Suspense, useMemo } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { ProjectDot } from "@/features/projects/project-dot";
import { projectName } from "@/features/projects/project-name";
import { ProjectMenu } from "@/features/projects/project-menu";
import { useProject } from "@/features/projects/queries";
import { AddSection } from "@/features/sections/add-section";
import { useSections } from "@/features/sections/queries";
import { PageHeader } from "@/features/shell/page-header";
import { PageSkeleton } from "@/features/shell/page-skeleton";
import type { Project } from "@/lib/api/types";
import { lazyPart } from "@/lib/lazy-part";
import { useTexts } from "@/lib/texts/texts-provider";
import { AddFirstButton } from "./add-task-button";
import { CompletedSection } from "./completed-section";
import { BlankListPicture, EmptyTrayPicture } from "./pictures";
import { type Layout, useLayout } from "./layout";
import { ProjectOutline } from "./project-outline";
import { outlineFilter, projectFilter, useTaskList } from "./queries";
import { TaskListSkeleton } from "./task-list-skeleton";
import { TaskPageContent } from "./task-page";

const ProjectBoard = lazyPart(async () => (await import("./project-board")).ProjectBoard);
const ArchivedProject = lazyPart(async () => (await import("./archived-project")).ArchivedProject);
const SHOWN = { due: "day", project: false } as const;

export function ProjectPage({ id }: { id: string }): JSX.Element {
  const project = useProject(id);
  if (project !== undefined) return <ProjectContent project={project} />;
  return (
    <Suspense fallback={<PageSkeleton />}>
      <ArchivedProject id={id} />
    </Suspense>
  );
}

function ProjectContent({ project }: { project: Project }): JSX.Element {
  const { t } = useTexts();
  const filter = useMemo(() => projectFilter(project.id), [project.id]);
  const outline = useMemo(() => outlineFilter(project.id), [project.id]);
  const list = useTaskList(outline);
  const hasSections = useSections(project.id).length > 0;
  const [layout, setLayout] = useLayout(project.id);
  const board = layout === "board";
  const Content = board ? ProjectBoard : ProjectOutline;
  // A list comes with its page: within a boundary of its own the server would send it after the page's foot, which jumps.
  const content = (
    <TaskPageContent
      list={list}
      empty={hasSections ? <Content project={project} tasks={[]} /> : <EmptyProject project={project} />}
    >
      {(tasks) => <Content project={project} tasks={tasks} />}
    </TaskPageContent>
  );
  // Header and foot begin where the board does.
  const width = board ? "broad" : undefined;
  return (
    <>
      <div className={width}>
        <PageHeader
          title={projectName(project, t)}
          lead={t("projects.openTasks", { count: project.open_task_count })}
          mark={project.is_inbox ? undefined : <ProjectDot color={project.color} className="size-3.5" />}
          actions={
            <>
              <LayoutSwitch layout={layout} onChange={setLayout} />
              {!project.is_inbox && project.role === "owner" && <ProjectMenu project={project} />}
            </>
          }
        />
      </div>
      {board ? <Suspense fallback={<TaskListSkeleton />}>{content}</Suspense> : content}
      <div className={width}>
        <CompletedSection filter={filter} shown={SHOWN} />
      </div>
    </>
  );
}

function LayoutSwitch({ layout, onChange }: { layout: Layout; onChange: (layout: Layout) => void }): JSX.Element {
  const { t } = useTexts();
  const board = layout === "board";
  const label = board ? t("projects.asList") : t("projects.asBoard");
  return (
    <Button variant="quiet" size="icon" aria-label={label} title={label} onClick={() => onChange(board ? "list" : "board")}>
      {board ? <List /> : <Columns3 />}
    </Button>
  );
}

function EmptyProject({ project }: { project: Project }): JSX.Element {
  const { t } = useTexts();
  const action = <AddFirstButton projectId={project.id} />;
  return project.is_inbox ? (
    <Notice picture={<EmptyTrayPicture />} title={t("tasks.emptyInbox")} action={action}>
      {t("tasks.emptyInboxLead")}
    </Notice>
  ) : (
    <>
      <Notice picture={<BlankListPicture />} title={t("tasks.emptyProject")} action={action}>
        {t("tasks.emptyProjectLead")}
      </Notice>
      <div className="mt-6">
        <AddSection isFirst projectId={project.id} />
      </div>
    </>
  );
}
