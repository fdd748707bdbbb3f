"use client";
// Carries out commands on one or many tasks, each as one change that is undone as one.
import { useEffect } from "react";
import { useToasts } from "@/components/ui/toasts";
import { useShell } from "@/features/shell/shell-context";
import type { Task } from "@/lib/api/types";
import { useTexts } from "@/lib/texts/texts-provider";
import { takeBatches } from "./batch";
import { MOST_AT_ONCE, patchAll, type TasksChange, useChangeTasks, useNaming } from "./change-tasks";
import { isOpen } from "./is-open";
import { leaveRow } from "./list-focus";
import type { RowCommand } from "./row-keys";
import { selection } from "./selection";

type Part = Pick<TasksChange, "tasks" | "operations" | "expect">;

export function useBatch(): void {
  const { t } = useTexts();
  const shell = useShell();
  const toasts = useToasts();
  const naming = useNaming();
  const { mutate } = useChangeTasks();
  useEffect(() => {
    const change = (part: Part, said: string): void => {
      selection.clear();
      mutate({ ...part, said });
    };
    return takeBatches((command: RowCommand, tasks: readonly Task[]) => {
      const what = naming(tasks);
      if (tasks.length > MOST_AT_ONCE) toasts.show({ title: t("tasks.tooMany", { count: MOST_AT_ONCE }), tone: "danger" });
      else if (command === "date" || command === "labels" || command === "place") shell.pick(command, tasks);
      else if (command === "toggle") change(toggleAll(tasks), t("tasks.completedMany", { what }));
      else if (command === "remove") change(removeAll(tasks), t("tasks.removedMany", { what }));
      else if (command.startsWith("priority")) {
        const priority = Number(command.at(-1));
        change(patchAll(tasks, () => ({ priority })), t("tasks.changedMany", { what }));
      }
    });
  }, [mutate, naming, shell, t, toasts]);
}

/** Completes what is open; when nothing is, opens all again. */
function toggleAll(tasks: readonly Task[]): Part {
  const open = tasks.filter(isOpen);
  const acted = open.length > 0 ? open : tasks;
  const completed_at = open.length > 0 ? new Date().toISOString() : null;
  for (const { id } of acted) leaveRow(id);
  return {
    tasks: acted,
    operations: acted.map(({ id }) => (open.length > 0 ? { op: "complete", id, forever: false } : { op: "reopen", id })),
    expect: (task) => ({ ...task, completed_at }),
  };
}

function removeAll(tasks: readonly Task[]): Part {
  for (const { id } of tasks) leaveRow(id);
  return { tasks, operations: tasks.map(({ id }) => ({ op: "delete", id })), expect: () => null };
}
