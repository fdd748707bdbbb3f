// Changes to one or many tasks as one command: shown at once, sent in the order they were made, undone together.
import { type UseMutationResult, useMutation, useQueryClient } from "@tanstack/react-query";
import { refreshAfterChange } from "@/features/changes/refresh";
import { ONE_BY_ONE } from "@/features/changes/sent";
import { useAnnounce } from "@/features/changes/undo";
import { api, type Written, written } from "@/lib/api/client";
import type { BulkResult, Operation, Task, TaskPatch } from "@/lib/api/types";
import { useTexts } from "@/lib/texts/texts-provider";
import { changeAllInCache } from "./cache";
import { shorten } from "./shorten";

/** As many as the server takes in one command. */
export const MOST_AT_ONCE = 100;

export interface TasksChange {
  tasks: readonly Task[];
  operations: Operation[];
  /** What each becomes in lists; null takes it out. */
  expect: (task: Task) => Task | null;
  said: string;
}

export function useChangeTasks(): UseMutationResult<Written<BulkResult>, Error, TasksChange> {
  const client = useQueryClient();
  const announce = useAnnounce();
  return useMutation({
    mutationKey: ["change", "task"],
    scope: ONE_BY_ONE,
    mutationFn: ({ operations }) => written(api.POST("/api/tasks/bulk", { body: { operations, dry_run: false } })),
    onMutate: ({ tasks, expect }) => changeAllInCache(client, idsOf(tasks), expect),
    onSuccess: ({ changeGroup }, { said }) => announce.done(said, changeGroup),
    onError: (error, _change, takeBack) => {
      announce.failed(error);
      takeBack?.();
    },
    onSettled: () => refreshAfterChange(client),
  });
}

/** "Pay rent", or how many they are. */
export function useNaming(): (tasks: readonly Task[]) => string {
  const { t } = useTexts();
  return ([first, ...others]) =>
    others.length === 0 ? t("common.quoted", { text: shorten(first?.title ?? "") }) : t("tasks.count", { count: others.length + 1 });
}

export function patchAll(tasks: readonly Task[], patch: (task: Task) => TaskPatch): Pick<TasksChange, "tasks" | "operations" | "expect"> {
  return {
    tasks,
    operations: tasks.map((task) => ({ op: "patch", id: task.id, changes: patch(task) })),
    expect: (task) => ({ ...task, ...withoutRule(patch(task)) }),
  };
}

/** What a list can show at once; what a rule comes to is the server's to say. */
function withoutRule({ recurrence: _, ...patch }: TaskPatch): Partial<Task> {
  const shown: Partial<Task> = patch;
  if (patch.due_date != null) return { ...shown, due_at: null };
  if (patch.due_at != null) return { ...shown, due_date: null };
  return shown;
}

function idsOf(tasks: readonly Task[]): ReadonlySet<string> {
  return new Set(tasks.map(({ id }) => id));
}
