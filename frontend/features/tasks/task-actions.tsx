"use client";
// What rows can do with their task, or with all that are selected, made once for all of them.
import { useQueryClient } from "@tanstack/react-query";
import { createContext, type JSX, type ReactNode, use, useMemo } from "react";
import { useShell } from "@/features/shell/shell-context";
import type { Task } from "@/lib/api/types";
import { useCompleteTask, useDeleteTask, useReopenTask } from "./actions";
import { runBatch } from "./batch";
import { tasksInCache } from "./cache";
import { isOpen } from "./is-open";
import { leaveRow, moveFocus, taskIdInFocus } from "./list-focus";
import type { RowCommand } from "./row-keys";
import { selection } from "./selection";

export interface TaskActions {
  /** Completes an open task, reopens a completed one. */
  toggle: (task: Task) => void;
  edit: (task: Task) => void;
  remove: (task: Task) => void;
  /** Does it to the task, or to all that are selected if it is one of them. */
  run: (command: RowCommand, task: Task) => void;
}

const TaskActionsContext = createContext<TaskActions | null>(null);

export function useTaskActions(): TaskActions {
  const actions = use(TaskActionsContext);
  if (actions === null) throw new Error("useTaskActions needs a TaskActionsProvider above it");
  return actions;
}

export function TaskActionsProvider({ children }: { children: ReactNode }): JSX.Element {
  const client = useQueryClient();
  const { openTask, pick } = useShell();
  const { mutate: complete } = useCompleteTask();
  const { mutate: reopen } = useReopenTask();
  const { mutate: remove } = useDeleteTask();
  const actions = useMemo<TaskActions>(() => {
    const toggle = (task: Task): void => {
      leaveRow(task.id);
      if (isOpen(task)) complete(task);
      else reopen(task);
    };
    const removeOne = (task: Task): void => {
      leaveRow(task.id);
      remove(task);
    };
    const run = (command: RowCommand, task: Task): void => {
      if (command === "select") { selection.toggle(task.id); return; }
      if (command === "extendDown" || command === "extendUp") { extend(task.id, command === "extendDown" ? 1 : -1); return; }
      if (command === "edit") { openTask(task); return; }
      const many = selection.has(task.id);
      if (command === "toggle" && !many) { toggle(task); return; }
      if (command === "remove" && !many) { removeOne(task); return; }
      // At once, so that what is typed next is typed into it.
      if (!many && (command === "date" || command === "labels" || command === "place")) { pick(command, [task]); return; }
      runBatch(command, many ? tasksInCache(client, selection.get()) : [task]);
    };
    return { toggle, edit: openTask, remove: removeOne, run };
  }, [client, openTask, pick, complete, reopen, remove]);
  return <TaskActionsContext value={actions}>{children}</TaskActionsContext>;
}

/** Selects the task and the one that the focus goes on to. */
function extend(id: string, step: 1 | -1): void {
  moveFocus(step);
  const next = taskIdInFocus();
  selection.add(next === null ? [id] : [id, next]);
}
