"use client";
// One task in a list.
import { AlignLeft, Ellipsis, Pencil, Trash2 } from "lucide-react";
import { type JSX, type KeyboardEvent, memo } from "react";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import type { Task } from "@/lib/api/types";
import { cn } from "@/lib/class-names";
import { useTexts } from "@/lib/texts/texts-provider";
import { type TaskActions, useTaskActions } from "./task-actions";
import { TaskCheck } from "./task-check";
import { type MetaShown, TaskMeta } from "./task-meta";

interface TaskRowProps {
  task: Task;
  shown: MetaShown;
  /** In a list of completed tasks. */
  listIsDone: boolean;
}

export const TaskRow = memo(function TaskRow({ task, shown, listIsDone }: TaskRowProps): JSX.Element {
  const { t } = useTexts();
  const actions = useTaskActions();
  const done = task.completed_at !== null;
  const leaving = done !== listIsDone;
  return (
    // Keys for the row as a whole; each also has a button of its own.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      data-task-id={task.id}
      onKeyDown={(event) => onRowKey(event, task, actions)}
      className={cn("grid grid-rows-[1fr]", leaving && "animate-leave")}
    >
      <div className={cn("min-h-0", leaving && "overflow-hidden")}>
        <div
          className={cn(
            "group flex items-start gap-3 rounded-md py-2.5 pr-3 pl-3 sm:pr-1 transition-colors hover:bg-hover",
            "has-[[data-task-title]:focus-visible]:bg-accent-soft",
          )}
        >
          <TaskCheck task={task} onToggle={() => actions.toggle(task)} />
          <button
            type="button"
            data-task-title
            aria-keyshortcuts="x e Delete"
            onClick={() => actions.edit(task)}
            className={cn(
              "flex min-w-0 flex-1 flex-col gap-x-4 gap-y-0.5 text-left outline-none",
              "sm:flex-row sm:items-baseline sm:justify-between",
            )}
          >
            <span
              className={cn(
                "min-w-0 [overflow-wrap:anywhere] transition-colors",
                done && "text-ink-faint",
                done && leaving && "line-through decoration-ink-faint/60",
              )}
            >
              {task.title}
              {task.notes !== "" && (
                <AlignLeft role="img" aria-label={t("tasks.hasNotes")} className="ml-2 inline size-3.5 text-ink-faint" />
              )}
            </span>
            <TaskMeta task={task} shown={shown} />
          </button>
          <RowMenu task={task} actions={actions} />
        </div>
      </div>
    </li>
  );
});

function RowMenu({ task, actions }: { task: Task; actions: TaskActions }): JSX.Element {
  const { t } = useTexts();
  return (
    <Menu
      variant="quiet"
      size="icon"
      aria-label={t("tasks.options", { title: task.title })}
      className={cn(
        "-my-1 size-7.5 opacity-0 transition-opacity group-hover:opacity-100 focus-visible:opacity-100",
        "aria-expanded:opacity-100 max-sm:hidden pointer-coarse:invisible",
      )}
      label={<Ellipsis />}
    >
      <MenuItem onSelect={() => actions.edit(task)}>
        <Pencil />
        {t("tasks.open")}
      </MenuItem>
      <MenuSeparator />
      <MenuItem danger onSelect={() => actions.remove(task)}>
        <Trash2 />
        {t("tasks.remove")}
      </MenuItem>
    </Menu>
  );
}

function onRowKey(event: KeyboardEvent<HTMLLIElement>, task: Task, actions: TaskActions): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const onTitle = (event.target as HTMLElement).hasAttribute("data-task-title");
  const act = rowKeyAction(event.key, onTitle);
  if (act === null) return;
  event.preventDefault();
  actions[act](task);
}

/** Space belongs to whichever button has the focus, except on the title, where it completes. */
export function rowKeyAction(key: string, onTitle: boolean): "toggle" | "edit" | "remove" | null {
  if (key === "x" || (key === " " && onTitle)) return "toggle";
  if (key === "e") return "edit";
  if (key === "Delete" || (key === "Backspace" && onTitle)) return "remove";
  return null;
}
