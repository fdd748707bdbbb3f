import type { Task } from "@/lib/api/types";

type Completable = Pick<Task, "completed_at">;

/** Not completed yet. */
export function isOpen({ completed_at }: Completable): boolean {
  return completed_at === null;
}

export function countOpen(tasks: readonly Completable[]): number {
  return tasks.filter(isOpen).length;
}
