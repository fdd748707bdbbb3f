// The task that the keyboard is on.
import type { QueryClient } from "@tanstack/react-query";
import type { Task } from "@/lib/api/types";
import type { TaskListData } from "./queries";

/** Null when the focus is on none. */
export function taskInFocus(client: QueryClient): Task | null {
  const id = document.activeElement?.closest<HTMLElement>("[data-task-id]")?.dataset.taskId;
  if (id === undefined) return null;
  const lists = client.getQueriesData<TaskListData>({ queryKey: ["tasks", "list"] });
  const tasks = lists.flatMap(([, list]) => list?.pages.flatMap((page) => page.items) ?? []);
  return tasks.find((task) => task.id === id) ?? null;
}
