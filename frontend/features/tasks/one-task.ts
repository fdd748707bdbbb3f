// What is done with one task at a time: copying it with all below it, and what only recurring ones can do.
import { type ChangeResult, useChange } from "@/features/changes/use-change";
import { api, written } from "@/lib/api/client";
import type { Task } from "@/lib/api/types";
import { useTexts } from "@/lib/texts/texts-provider";
import { shorten } from "./shorten";

export function useDuplicateTask(): ChangeResult<Task, Task> {
  const { t } = useTexts();
  return useChange({
    send: ({ id }: Task) =>
      written(api.POST("/api/tasks/{task_id}/duplicate", { params: { path: { task_id: id } }, body: {} })),
    said: ({ title }) => t("sections.duplicated", { name: shorten(title) }),
  });
}

export function useSkipTask(): ChangeResult<Task, Task> {
  const { t } = useTexts();
  return useChange({
    send: ({ id }: Task) => written(api.POST("/api/tasks/{task_id}/skip", { params: { path: { task_id: id } } })),
    said: ({ title }) => t("tasks.skipped", { title: shorten(title) }),
  });
}

/** Completes it without another one to follow. */
export function useEndSeries(): ChangeResult<Task, Task> {
  const { t } = useTexts();
  return useChange({
    send: ({ id }: Task) =>
      written(api.POST("/api/tasks/{task_id}/complete", { params: { path: { task_id: id }, query: { forever: true } } })),
    said: ({ title }) => t("tasks.completedToast", { title: shorten(title) }),
  });
}
