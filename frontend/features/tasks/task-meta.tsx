"use client";
// What stands beside a task's title: due date, project.
import { Goal, Repeat } from "lucide-react";
import type { JSX } from "react";
import { LabelChips } from "@/features/labels/label-chips";
import { ProjectDot } from "@/features/projects/project-dot";
import { useProject } from "@/features/projects/queries";
import type { Task } from "@/lib/api/types";
import { cn } from "@/lib/class-names";
import { type Clock, useClock } from "@/lib/clock";
import { type Day, describeDay, sayTime } from "@/lib/dates";
import { useTexts } from "@/lib/texts/texts-provider";
import { describeDue, type Due, dueOf, isOverdue } from "./due";
import { isOpen } from "./is-open";
import { isNotSent } from "./not-sent";

export interface MetaShown {
  /** "time": the day is said above the list already. */
  due: "day" | "time";
  project: boolean;
}

export function TaskMeta({ task, shown }: { task: Task; shown: MetaShown }): JSX.Element | null {
  const { t } = useTexts();
  const labelled = task.label_ids.length > 0;
  const due = useDueWords(task, shown.due);
  const unsent = isNotSent(task);
  if (!unsent && !labelled && task.deadline === null && task.recurrence === null && due === null && !shown.project) return null;
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-faint empty:hidden sm:max-w-full sm:shrink-0 before:-mr-3 before:content-['\200b']">
      {unsent && <span className="text-accent">{t("offline.unsent")}</span>}
      {labelled && <LabelChips ids={task.label_ids} />}
      {task.deadline !== null && <DeadlineLabel task={task} day={task.deadline} />}
      {task.recurrence !== null && (
        <Repeat role="img" aria-label={t("tasks.recurs")} className="size-3.5 shrink-0 max-sm:order-1" />
      )}
      {due !== null && (
        <span className={cn("whitespace-nowrap tabular-nums", due.late && "text-danger")}>
          <span className="sr-only">{t("tasks.due")}{" "}</span>
          {due.words}
        </span>
      )}
      {shown.project && <ProjectLabel id={task.project_id} />}
    </span>
  );
}

/** Null where there is nothing to say about it. */
function useDueWords(task: Task, shown: MetaShown["due"]): { words: string; late: boolean } | null {
  const texts = useTexts();
  const clock = useClock();
  const due = dueOf(task, clock.zone);
  if (due === null) return null;
  const words = shown === "time" ? timeOf(due, clock) : describeDue(due, clock, texts);
  if (words === null) return null;
  return { words, late: isOpen(task) && isOverdue(due, clock) };
}

function DeadlineLabel({ task, day }: { task: Task; day: Day }): JSX.Element {
  const texts = useTexts();
  const { today } = useClock();
  const pressing = isOpen(task) && day <= today;
  return (
    <span className={cn("flex items-center gap-1 whitespace-nowrap tabular-nums", pressing && "text-danger")}>
      <Goal role="img" aria-label={texts.t("tasks.deadline")} className="size-3.5" />
      {describeDay(day, today, texts)}
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
