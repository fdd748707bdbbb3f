// Saving what was changed in the form of a task.
import { type UseMutationResult, useMutation, useQueryClient } from "@tanstack/react-query";
import { refreshAfterChange } from "@/features/changes/refresh";
import { ONE_BY_ONE } from "@/features/changes/sent";
import { useAnnounce } from "@/features/changes/undo";
import { api, type Written, written } from "@/lib/api/client";
import type { Operation, Task, TaskMove, TaskPatch } from "@/lib/api/types";
import { useTexts } from "@/lib/texts/texts-provider";
import { changeInCache } from "./cache";
import { shorten } from "./shorten";

export interface TaskEdit {
  task: Task;
  patch: TaskPatch;
  /** To another section; null where it stays. */
  move?: TaskMove | null;
}

/** Refused as stale when someone else has changed the task since it was read. */
export function useEditTask(): UseMutationResult<Written<unknown>, Error, TaskEdit> {
  const { t } = useTexts();
  const client = useQueryClient();
  const announce = useAnnounce();
  return useMutation({
    mutationKey: ["change", "task"],
    scope: ONE_BY_ONE,
    mutationFn: sendEdit,
    // What is typed stands in the list at once; where the task belongs then is up to the server.
    onMutate: ({ task, patch }) => changeInCache(client, task.id, (shown) => ({ ...shown, ...plainFields(patch) })),
    onError: (_error, _edit, takeBack) => takeBack?.(),
    onSuccess: ({ changeGroup }, { task, patch }) =>
      announce.done(t("tasks.changedToast", { title: shorten(patch.title ?? task.title) }), changeGroup),
    onSettled: () => refreshAfterChange(client),
  });
}

function plainFields({ title, notes, priority }: TaskPatch): Partial<Task> {
  return Object.fromEntries(Object.entries({ title, notes, priority }).filter(([, value]) => value !== undefined));
}

function sendEdit({ task, patch, move }: TaskEdit): Promise<Written<unknown>> {
  if (move == null) {
    const header = { "if-match": `"${task.version}"` };
    return written(api.PATCH("/api/tasks/{task_id}", { params: { path: { task_id: task.id }, header }, body: patch }));
  }
  const { id, version } = task;
  const operations: Operation[] =
    Object.keys(patch).length === 0
      ? [{ op: "move", id, version, to: move }]
      : [
          { op: "patch", id, version, changes: patch },
          { op: "move", id, to: move },
        ];
  return written(api.POST("/api/tasks/bulk", { body: { operations } }));
}
