// What people do with tasks. Each is shown at once, taken back with a message when the server refuses, and can be undone
// from the message that tells of it.
import { type UseMutationResult, useMutation, useQueryClient } from "@tanstack/react-query";
import { refreshAfterChange } from "@/features/changes/refresh";
import { ONE_BY_ONE } from "@/features/changes/sent";
import { useAnnounce } from "@/features/changes/undo";
import { projectName } from "@/features/projects/project-name";
import { api, type Written, written } from "@/lib/api/client";
import type { Project, Task } from "@/lib/api/types";
import type { Day } from "@/lib/dates";
import { useTexts } from "@/lib/texts/texts-provider";
import { changeInCache } from "./cache";
import { shorten } from "./shorten";

/** As long as the `leave` animation of a row takes; the list is only asked for again when the row is gone. */
const LEAVE_MS = 640;

type TaskMutation<Input, Output = Task> = UseMutationResult<Written<Output>, Error, Input>;

interface Step<Output> {
  send: (task: Task) => Promise<Written<Output>>;
  /** What the task becomes in lists; null takes it out. */
  expect: (task: Task) => Task | null;
  said: (title: string) => string;
  refreshAfterMs: number;
}

function useTaskStep<Output>({ send, expect, said, refreshAfterMs }: Step<Output>): TaskMutation<Task, Output> {
  const client = useQueryClient();
  const announce = useAnnounce();
  return useMutation({
    mutationKey: ["change", "task"],
    scope: ONE_BY_ONE,
    mutationFn: send,
    onMutate: (task) => changeInCache(client, task.id, expect),
    onSuccess: ({ changeGroup }, task) => announce.done(said(task.title), changeGroup),
    onError: (error, _task, takeBack) => {
      announce.failed(error);
      takeBack?.();
    },
    onSettled: () => void setTimeout(() => refreshAfterChange(client, 0), refreshAfterMs),
  });
}

const pathOf = ({ id }: Task): { path: { task_id: string } } => ({ path: { task_id: id } });

export function useCompleteTask(): TaskMutation<Task> {
  const { t } = useTexts();
  return useTaskStep({
    send: (task) => written(api.POST("/api/tasks/{task_id}/complete", { params: pathOf(task) })),
    expect: (task) => ({ ...task, completed_at: new Date().toISOString() }),
    said: (title) => t("tasks.completedToast", { title: shorten(title) }),
    refreshAfterMs: LEAVE_MS,
  });
}

export function useReopenTask(): TaskMutation<Task> {
  const { t } = useTexts();
  return useTaskStep({
    send: (task) => written(api.POST("/api/tasks/{task_id}/reopen", { params: pathOf(task) })),
    expect: (task) => ({ ...task, completed_at: null }),
    said: (title) => t("tasks.reopenedToast", { title: shorten(title) }),
    refreshAfterMs: LEAVE_MS,
  });
}

export function useDeleteTask(): TaskMutation<Task, unknown> {
  const { t } = useTexts();
  return useTaskStep({
    send: (task) => written(api.DELETE("/api/tasks/{task_id}", { params: pathOf(task) })),
    expect: () => null,
    said: (title) => t("tasks.removedToast", { title: shorten(title) }),
    refreshAfterMs: 0,
  });
}

export interface QuickAdd {
  /** The new task's own id, so that sending the line twice makes one task. */
  id: string;
  text: string;
  /** Where it goes unless the line names a project. */
  projectId: string;
  /** Parts of the text that were put back: they belong to the title. */
  rejected?: readonly { start: number; end: number }[];
  /** When it is due unless the line says so. */
  day?: Day | undefined;
}

export function useQuickAdd(): TaskMutation<QuickAdd> {
  const { t } = useTexts();
  const client = useQueryClient();
  const announce = useAnnounce();
  return useMutation({
    mutationKey: ["change", "task"],
    scope: ONE_BY_ONE,
    mutationFn: ({ id, text, projectId, rejected = [], day }) => {
      const held = day === undefined ? {} : { due_date: day };
      return written(api.POST("/api/quick-add", { body: { id, text, project_id: projectId, rejected: [...rejected], ...held } }));
    },
    onSuccess: ({ data, changeGroup }) => {
      const projects = client.getQueryData<Project[]>(["projects"]) ?? [];
      const project = projects.find(({ id }) => id === data.project_id);
      const name = project === undefined ? t("tasks.inbox") : projectName(project, t);
      announce.done(t("tasks.addedToast", { title: shorten(data.title), project: name }), changeGroup);
    },
    onSettled: () => refreshAfterChange(client),
  });
}
