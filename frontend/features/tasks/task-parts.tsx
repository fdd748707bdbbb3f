"use client";
// What hangs on a task and is changed at once, not with the form: subtasks, reminders, what happened to it.
import { ChevronRight } from "lucide-react";
import { type JSX, type ReactNode, useId, useMemo, useState } from "react";
import { TaskActivity } from "@/features/activity/task-activity";
import { Reminders } from "@/features/reminders/reminders";
import type { Task } from "@/lib/api/types";
import { cn } from "@/lib/class-names";
import { useTexts } from "@/lib/texts/texts-provider";
import { InlineAdd } from "./inline-add";
import { isOpen } from "./is-open";
import { outlineFilter, useTaskList } from "./queries";
import { useTaskActions } from "./task-actions";
import { TaskCheck } from "./task-check";

export function TaskParts({ task }: { task: Task }): JSX.Element {
  const { t } = useTexts();
  return (
    <div className="flex flex-col gap-0.5 border-t border-line pt-2">
      <Part title={t("tasks.subtasks")}>
        <Subtasks task={task} />
      </Part>
      <Part title={t("reminders.reminders")}>
        <Reminders task={task} />
      </Part>
      <Part title={t("shell.activity")}>
        <TaskActivity id={task.id} />
      </Part>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }): JSX.Element {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <section>
      <h3>
        <button
          type="button"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
          className="-mx-1 flex w-full items-center gap-2 rounded-sm px-1 py-1.5 pointer-coarse:py-3 text-left text-sm font-medium text-ink-soft hover:bg-hover"
        >
          <ChevronRight aria-hidden className={cn("size-4 transition-transform", open && "rotate-90")} />
          {title}
        </button>
      </h3>
      <div id={id} className="pl-6">
        {open && children}
      </div>
    </section>
  );
}

function Subtasks({ task }: { task: Task }): JSX.Element {
  const { t } = useTexts();
  const actions = useTaskActions();
  const [adding, setAdding] = useState(0);
  const filter = useMemo(() => outlineFilter(task.project_id), [task.project_id]);
  const below = useTaskList(filter).tasks.filter(({ parent_id }) => parent_id === task.id);
  return (
    <>
      <ul>
        {below.map((subtask) => (
          <li key={subtask.id} className="flex items-center gap-3 py-1.5">
            <TaskCheck task={subtask} onToggle={() => actions.toggle(subtask)} />
            <span className={cn("min-w-0 [overflow-wrap:anywhere]", !isOpen(subtask) && "text-ink-faint line-through")}>
              {subtask.title}
            </span>
          </li>
        ))}
      </ul>
      <div className="px-3 sm:pr-11.5">
        <InlineAdd
          key={adding}
          quiet
          place={{ project_id: task.project_id, parent_id: task.id }}
          where={task.title}
          label={t("tasks.addSubtaskTo", { title: task.title })}
          onClose={() => setAdding(adding + 1)}
        />
      </div>
    </>
  );
}
