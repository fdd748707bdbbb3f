"use client";
// A task on a board, with how far the tasks below it have got.
import { type JSX, type KeyboardEvent, memo } from "react";
import { cn } from "@/lib/class-names";
import { useTexts } from "@/lib/texts/texts-provider";
import { isOpen } from "./is-open";
import type { OutlineRow } from "./outline";
import { rowCommand } from "./row-keys";
import { RowMenu } from "./row-menu";
import { useIsSelected } from "./selection";
import { useTaskActions } from "./task-actions";
import { TaskCheck } from "./task-check";
import { TaskMeta } from "./task-meta";

export const BoardCard = memo(function BoardCard({ row }: { row: OutlineRow }): JSX.Element {
  const { task, below, doneBelow } = row;
  const { t } = useTexts();
  const actions = useTaskActions();
  const selected = useIsSelected(task.id);
  const done = !isOpen(task);
  const onKeyDown = (event: KeyboardEvent): void => {
    const command = event.defaultPrevented ? null : rowCommand(event, (event.target as HTMLElement).hasAttribute("data-task-title"));
    if (command === null) return;
    event.preventDefault();
    actions.run(command, task);
  };
  return (
    // Keys for the card as a whole; each also has a button of its own.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      data-task-id={task.id}
      onKeyDown={onKeyDown}
      className={cn(
        "group flex items-start gap-2.5 rounded-md bg-raised py-2.5 pr-1 pl-3 shadow-raised transition-opacity",
        "has-[[data-task-title]:focus-visible]:outline-2 has-[[data-task-title]:focus-visible]:outline-accent",
        selected && "outline-2 outline-accent",
        done && "opacity-50",
      )}
    >
      <TaskCheck task={task} onToggle={() => actions.toggle(task)} />
      <button
        type="button"
        data-task-title
        aria-keyshortcuts="x e d v Space Delete"
        onClick={() => actions.edit(task)}
        className="flex min-w-0 flex-1 flex-col gap-1 text-left outline-none"
      >
        <span className={cn("[overflow-wrap:anywhere]", done && "line-through")}>{task.title}</span>
        <TaskMeta task={task} shown={{ due: "day", project: false }} />
        {below > 0 && (
          <span className="text-xs text-ink-faint tabular-nums">
            <span className="sr-only">{t("tasks.subtasks")} </span>
            {`${doneBelow}/${below}`}
          </span>
        )}
      </button>
      <RowMenu task={task} actions={actions} className="-my-1" />
    </li>
  );
});
