"use client";
// What stands beside a task's title: due date, project.
import type { JSX } from "react";
import { ProjectDot } from "@/features/projects/project-dot";
import { useProject } from "@/features/projects/queries";
import type { Task } from "@/lib/api/types";
import { cn } from "@/lib/class-names";
import { type Clock, useClock } from "@/lib/clock";
import { sayTime } from "@/lib/dates";
import { useTexts } from "@/lib/texts/texts-provider";
import { describeDue, type Due, dueOf, isOverdue } from "./due";

export interface MetaShown {
  /** "time": the day is said above the list already. */
  due: "day" | "time";
  project: boolean;
}

export function TaskMeta({ task, shown }: { task: Task; shown: MetaShown }): JSX.Element {
  return (
    <span className="flex min-w-0 shrink-0 items-center gap-3 text-sm text-ink-faint empty:hidden">
      <DueLabel task={task} shown={shown.due} />
      {shown.project && <ProjectLabel id={task.project_id} />}
    </span>
  );
}

function DueLabel({ task, shown }: { task: Task; shown: MetaShown["due"] }): JSX.Element | null {
  const texts = useTexts();
  const clock = useClock();
  const due = dueOf(task, clock.zone);
  if (due === null) return null;
  const words = shown === "time" ? timeOf(due, clock) : describeDue(due, clock, texts);
  if (words === null) return null;
  const late = task.completed_at === null && isOverdue(due, clock);
  return (
    <span className={cn("whitespace-nowrap tabular-nums", late && "text-danger")}>
      <span className="sr-only">{texts.t("tasks.due")}{" "}</span>
      {words}
    </span>
  );
}

function timeOf({ time }: Due, { hourCycle }: Clock): string | null {
  return time === null ? null : sayTime(time, hourCycle);
}

function ProjectLabel({ id }: { id: string }): JSX.Element | null {
  const { t } = useTexts();
  const project = useProject(id);
  if (project === undefined || project.is_inbox) return null;
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <span className="sr-only">{t("tasks.project")}{" "}</span>
      <ProjectDot color={project.color} className="size-2" />
      <span className="max-w-36 truncate">{project.name}</span>
    </span>
  );
}
