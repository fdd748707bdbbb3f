"use client";
// An archived project as it was put away: to be read, and to be brought back. For what is no project, says so.
import { useQuery } from "@tanstack/react-query";
import { Archive, Circle, CircleCheck } from "lucide-react";
import { type JSX, useMemo } from "react";
import { Button } from "@/components/ui/button";
import { LoadError } from "@/components/ui/load-error";
import { useUnarchiveProject } from "@/features/projects/arranging";
import { ProjectDot } from "@/features/projects/project-dot";
import { useSections } from "@/features/sections/queries";
import { NotFoundNotice } from "@/features/shell/not-found-notice";
import { PageHeader } from "@/features/shell/page-header";
import { PageSkeleton } from "@/features/shell/page-skeleton";
import { api, read } from "@/lib/api/client";
import { ProblemError } from "@/lib/api/problem";
import type { Project, Task } from "@/lib/api/types";
import { cn } from "@/lib/class-names";
import { useTexts } from "@/lib/texts/texts-provider";
import { isOpen } from "./is-open";
import { type OutlineGroup, outlineOf } from "./outline";
import { doneFilter, outlineFilter, projectFilter, useTaskList } from "./queries";
import { TaskMeta } from "./task-meta";
import { TaskPageContent } from "./task-page";
import { TaskSection } from "./task-section";

const ABSENT = new Set([404, 422]);

/** `id` is of no project that is listed. */
export function ArchivedProject({ id }: { id: string }): JSX.Element {
  const { t } = useTexts();
  const query = useQuery({
    queryKey: ["projects", id],
    queryFn: ({ signal }) => read(api.GET("/api/projects/{project_id}", { params: { path: { project_id: id } }, signal })),
    retry: false,
  });
  if (query.isPending) return <PageSkeleton />;
  if (query.isSuccess) return query.data.archived_at === null ? <PageSkeleton /> : <Archived project={query.data} />;
  if (query.error instanceof ProblemError && ABSENT.has(query.error.status)) return <NotFoundNotice />;
  return <LoadError title={t("shell.pageFailed")} error={query.error} onRetry={() => void query.refetch()} />;
}

function Archived({ project }: { project: Project }): JSX.Element {
  const { t } = useTexts();
  return (
    <>
      <PageHeader
        title={project.name}
        lead={t("projects.openTasks", { count: project.open_task_count })}
        mark={<ProjectDot color={project.color} className="size-3.5" />}
      />
      <Banner project={project} />
      <ArchivedTasks project={project} />
    </>
  );
}

function Banner({ project }: { project: Project }): JSX.Element {
  const { t } = useTexts();
  const unarchive = useUnarchiveProject();
  return (
    <div role="note" className="mb-8 flex flex-wrap items-center gap-x-4 gap-y-3 rounded-lg bg-sunken px-4 py-3">
      <Archive aria-hidden className="size-4.5 shrink-0 text-ink-faint" />
      <p className="min-w-0 flex-1 basis-56 text-sm text-ink-soft">{t("projects.archivedLead")}</p>
      {project.role === "owner" && (
        <Button size="small" disabled={unarchive.isPending} onClick={() => unarchive.mutate(project)}>
          {t("projects.unarchive")}
        </Button>
      )}
    </div>
  );
}

function ArchivedTasks({ project }: { project: Project }): JSX.Element {
  const { t } = useTexts();
  const open = useTaskList(useMemo(() => outlineFilter(project.id), [project.id]));
  const done = useTaskList(useMemo(() => doneFilter(projectFilter(project.id)), [project.id]));
  const sections = useSections(project.id);
  const nothing = done.tasks.length === 0 && <p className="text-sm text-ink-faint">{t("projects.archivedEmpty")}</p>;
  return (
    <>
      <TaskPageContent list={open} empty={nothing}>
        {(tasks) => outlineOf(tasks, { sections }).map((group) => <Group key={group.section?.id ?? ""} group={group} project={project} />)}
      </TaskPageContent>
      {done.tasks.length > 0 && (
        <div className="mt-8">
          <TaskSection title={t("tasks.completed")} count={done.tasks.length}>
            <ul aria-label={t("tasks.completed")}>
              {done.tasks.map((task) => (
                <Line key={task.id} task={task} />
              ))}
            </ul>
          </TaskSection>
        </div>
      )}
    </>
  );
}

function Group({ group: { section, rows }, project }: { group: OutlineGroup; project: Project }): JSX.Element | null {
  if (rows.length === 0) return null;
  const list = (
    <ul aria-label={section?.name ?? project.name}>
      {rows.map(({ task, depth }) => (
        <Line key={task.id} task={task} depth={depth} />
      ))}
    </ul>
  );
  if (section === null) return list;
  return (
    <div className="mt-7">
      <TaskSection title={section.name} count={rows.length}>
        {list}
      </TaskSection>
    </div>
  );
}

function Line({ task, depth = 0 }: { task: Task; depth?: number }): JSX.Element {
  const { t } = useTexts();
  const done = !isOpen(task);
  const Mark = done ? CircleCheck : Circle;
  return (
    <li
      data-depth={depth > 0 ? Math.min(depth, 5) : undefined}
      className="flex items-start gap-3 py-2.5 pl-[var(--indent,0px)]"
    >
      <Mark role="img" aria-label={done ? t("tasks.isDone") : t("tasks.isOpen")} className="mt-0.5 size-5 shrink-0 text-ink-faint" />
      <span className="flex min-w-0 flex-1 flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5">
        <span className={cn("[overflow-wrap:anywhere]", done && "text-ink-faint")}>{task.title}</span>
        <TaskMeta task={task} shown={{ due: "day", project: false }} />
      </span>
    </li>
  );
}
