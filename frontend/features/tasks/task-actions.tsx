"use client";
// What rows can do with their task, or with all that are selected, made once for all of them.
import { useQueryClient } from "@tanstack/react-query";
import { createContext, type JSX, type ReactNode, use, useMemo } from "react";
import { useShell } from "@/features/shell/shell-context";
import type { Task } from "@/lib/api/types";
import { useTexts } from "@/lib/texts/texts-provider";
import { useCompleteTask, useDeleteTask, useReopenTask } from "./actions";
import { tasksInCache } from "./cache";
import { patchAll, type TasksChange, useChangeTasks, useNaming } from "./change-tasks";
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
  /** Does it to all of them as one command. */
  runAll: (command: RowCommand, tasks: readonly Task[]) => void;
}

const TaskActionsContext = createContext<TaskActions | null>(null);

export function useTaskActions(): TaskActions {
  const actions = use(TaskActionsContext);
  if (actions === null) throw new Error("useTaskActions needs a TaskActionsProvider above it");
  return actions;
}

export function TaskActionsProvider({ children }: { children: ReactNode }): JSX.Element {
  const client = useQueryClient();
  const { openTask } = useShell();
  const { mutate: complete } = useCompleteTask();
  const { mutate: reopen } = useReopenTask();
  const { mutate: remove } = useDeleteTask();
  const runAll = useRunAll();
  const actions = useMemo<TaskActions>(() => {
    const toggle = (task: Task): void => {
      leaveRow(task.id);
      if (task.completed_at === null) complete(task);
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
      runAll(command, many ? tasksInCache(client, selection.get()) : [task]);
    };
    return { toggle, edit: openTask, remove: removeOne, run, runAll };
  }, [client, openTask, complete, reopen, remove, runAll]);
  return <TaskActionsContext value={actions}>{children}</TaskActionsContext>;
}

/** Selects the task and the one that the focus goes on to. */
function extend(id: string, step: 1 | -1): void {
  moveFocus(step);
  const next = taskIdInFocus();
  selection.add(next === null ? [id] : [id, next]);
}

function useRunAll(): TaskActions["runAll"] {
  const { t } = useTexts();
  const shell = useShell();
  const naming = useNaming();
  const { mutate } = useChangeTasks();
  return useMemo(() => {
    const change = (part: Pick<TasksChange, "tasks" | "operations" | "expect">, said: string): void => {
      selection.clear();
      mutate({ ...part, said });
    };
    return (command, tasks) => {
      const what = naming(tasks);
      if (command === "date" || command === "labels" || command === "place") shell.pick(command, tasks);
      else if (command === "toggle") change(toggleAll(tasks), t("tasks.completedMany", { what }));
      else if (command === "remove") change(removeAll(tasks), t("tasks.removedMany", { what }));
      else if (command.startsWith("priority")) {
        const priority = Number(command.at(-1));
        change(patchAll(tasks, () => ({ priority })), t("tasks.changedMany", { what }));
      }
    };
  }, [mutate, naming, shell, t]);
}

/** Completes what is open; when nothing is, opens all again. */
function toggleAll(tasks: readonly Task[]): Pick<TasksChange, "tasks" | "operations" | "expect"> {
  const open = tasks.filter(({ completed_at }) => completed_at === null);
  const op = open.length > 0 ? "complete" : "reopen";
  const acted = open.length > 0 ? open : tasks;
  const completed_at = op === "complete" ? new Date().toISOString() : null;
  return {
    tasks: acted,
    operations: acted.map(({ id }) => (op === "complete" ? { op, id, forever: false } : { op, id })),
    expect: (task) => ({ ...task, completed_at }),
  };
}

function removeAll(tasks: readonly Task[]): Pick<TasksChange, "tasks" | "operations" | "expect"> {
  for (const { id } of tasks) leaveRow(id);
  return { tasks, operations: tasks.map(({ id }) => ({ op: "delete", id })), expect: () => null };
}
