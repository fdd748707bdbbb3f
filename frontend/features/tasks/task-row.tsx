"use client";
// One task in a list.
import { AlignLeft, ChevronRight } from "lucide-react";
import { type JSX, type KeyboardEvent, memo, type MouseEvent } from "react";
import type { Task } from "@/lib/api/types";
import { cn } from "@/lib/class-names";
import { useTexts } from "@/lib/texts/texts-provider";
import { isOpen } from "./is-open";
import { rowCommand } from "./row-keys";
import { RowMenu } from "./row-menu";
import { selection, useIsSelected } from "./selection";
import { type TaskActions, useTaskActions } from "./task-actions";
import { TaskCheck } from "./task-check";
import { type MetaShown, TaskMeta } from "./task-meta";

export interface TaskRowProps {
  task: Task;
  shown: MetaShown;
  /** In a list of completed tasks. */
  listIsDone: boolean;
  /** How many tasks it stands below. */
  depth?: number;
  /** Of the tasks below it, how many there are and how many are done. */
  below?: number;
  doneBelow?: number;
  folded?: boolean;
  onFold?: (id: string) => void;
  onAddBelow?: (task: Task) => void;
  /** Being moved with the keyboard. */
  arranging?: boolean;
}

// The space above and below is up to what stands in it, so that the row can close.
const surface = cn(
  "group flex items-start gap-3 rounded-md pr-3 pl-[calc(0.75rem+var(--indent,0px))] sm:pr-1 transition-colors",
  "hover:bg-hover has-[[data-task-title]:focus-visible]:bg-accent-soft",
);

export const TaskRow = memo(function TaskRow(props: TaskRowProps): JSX.Element {
  const { task, listIsDone, depth = 0, arranging = false } = props;
  const actions = useTaskActions();
  const selected = useIsSelected(task.id);
  const leaving = isOpen(task) === listIsDone;
  return (
    // Keys for the row as a whole; each also has a button of its own.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      role="listitem"
      data-task-id={task.id}
      data-depth={depth > 0 ? Math.min(depth, 5) : undefined}
      aria-level={depth > 0 ? depth + 1 : undefined}
      onKeyDown={(event) => onRowKey(event, task, actions)}
      onClickCapture={(event) => selectByClick(event, task)}
      className={cn("task-row grid grid-rows-[1fr]", leaving && "animate-leave")}
    >
      <div
        className={cn(
          surface,
          leaving && "overflow-hidden",
          selected && "bg-accent-soft",
          arranging && "outline-2 -outline-offset-2 outline-accent",
        )}
      >
        <TaskCheck task={task} onToggle={() => actions.toggle(task)} className="my-2.5" />
        <RowTitle {...props} leaving={leaving} selected={selected} onOpen={() => actions.edit(task)} />
        <Progress {...props} />
        <RowMenu task={task} actions={actions} onAddBelow={props.onAddBelow} className="my-1.5" />
      </div>
    </div>
  );
});

interface RowTitleProps extends TaskRowProps {
  leaving: boolean;
  selected: boolean;
  onOpen: () => void;
}

function RowTitle({ task, shown, leaving, selected, onOpen }: RowTitleProps): JSX.Element {
  const { t } = useTexts();
  const done = !isOpen(task);
  return (
    <button
      type="button"
      data-task-title
      aria-keyshortcuts="x e d v Space Delete"
      onClick={onOpen}
      className={cn(
        "flex min-w-0 flex-1 flex-col gap-x-4 gap-y-0.5 py-2.5 text-left outline-none",
        "sm:flex-row sm:flex-wrap sm:items-baseline sm:justify-between",
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
        {selected && <span className="sr-only"> {t("tasks.selected")}</span>}
      </span>
      <TaskMeta task={task} shown={shown} />
    </button>
  );
}

/** How far the tasks below have got; folds them away. */
function Progress({ task, below = 0, doneBelow = 0, folded = false, onFold }: TaskRowProps): JSX.Element | null {
  const { t } = useTexts();
  if (below === 0 || onFold === undefined) return null;
  return (
    <button
      type="button"
      aria-expanded={!folded}
      aria-label={t("tasks.subtasksOf", { title: task.title, done: doneBelow, count: below })}
      onClick={() => onFold(task.id)}
      className="my-2 flex h-6 shrink-0 items-center gap-1 rounded-sm px-1.5 text-xs text-ink-faint tabular-nums hover:bg-hover hover:text-ink-soft"
    >
      {`${doneBelow}/${below}`}
      <ChevronRight aria-hidden className={cn("size-3.5 transition-transform", !folded && "rotate-90")} />
    </button>
  );
}

function onRowKey(event: KeyboardEvent, task: Task, actions: TaskActions): void {
  const target = event.target as HTMLElement;
  if (event.defaultPrevented || target.closest("input, textarea") !== null) return;
  const command = rowCommand(event, target.hasAttribute("data-task-title"));
  if (command === null) return;
  event.preventDefault();
  actions.run(command, task);
}

/** With Ctrl, Cmd or Shift held, a click selects. */
function selectByClick(event: MouseEvent, { id }: Task): void {
  if (!(event.ctrlKey || event.metaKey || event.shiftKey)) return;
  event.preventDefault();
  event.stopPropagation();
  selection.toggle(id);
}
