// The tasks of a project that are done and below others, to tell how far those have got.
import { useMemo } from "react";
import type { Task } from "@/lib/api/types";
import { type TaskFilter, useTaskList } from "./queries";

/** Asked for only where tasks have others below them. */
export function useDoneSubtasks(projectId: string, tasks: readonly Task[]): Task[] {
  const nested = tasks.some(({ parent_id }) => parent_id !== null);
  const filter = useMemo<TaskFilter>(() => ({ project_id: projectId, filter: "done & subtask" }), [projectId]);
  return useTaskList(filter, nested).tasks;
}
