"use client";
// What rows can do with their task, made once for all of them.
import { createContext, type JSX, type ReactNode, use, useMemo } from "react";
import { useShell } from "@/features/shell/shell-context";
import type { Task } from "@/lib/api/types";
import { useCompleteTask, useDeleteTask, useReopenTask } from "./actions";
import { leaveRow } from "./list-focus";

export interface TaskActions {
  /** Completes an open task, reopens a completed one. */
  toggle: (task: Task) => void;
  edit: (task: Task) => void;
  remove: (task: Task) => void;
}

const TaskActionsContext = createContext<TaskActions | null>(null);

export function useTaskActions(): TaskActions {
  const actions = use(TaskActionsContext);
  if (actions === null) throw new Error("useTaskActions needs a TaskActionsProvider above it");
  return actions;
}

export function TaskActionsProvider({ children }: { children: ReactNode }): JSX.Element {
  const { openTask } = useShell();
  const { mutate: complete } = useCompleteTask();
  const { mutate: reopen } = useReopenTask();
  const { mutate: remove } = useDeleteTask();
  const actions = useMemo<TaskActions>(
    () => ({
      toggle: (task) => {
        leaveRow(task.id);
        if (task.completed_at === null) complete(task);
        else reopen(task);
      },
      edit: openTask,
      remove: (task) => {
        leaveRow(task.id);
        remove(task);
      },
    }),
    [openTask, complete, reopen, remove],
  );
  return <TaskActionsContext value={actions}>{children}</TaskActionsContext>;
}
