// Changes to the cached lists that show what will be before the server has said so.
import type { QueryClient } from "@tanstack/react-query";
import type { Task } from "@/lib/api/types";
import type { TaskListData } from "./queries";

type Change = (task: Task) => Task | null;

/** Tasks changed wherever they are listed; `change` giving null takes one out. */
export function changeAllInList(list: TaskListData, ids: ReadonlySet<string>, change: Change): TaskListData {
  const pages = list.pages.map((page) => {
    if (!page.items.some((task) => ids.has(task.id))) return page;
    const items = page.items.map((task) => (ids.has(task.id) ? change(task) : task)).filter((task) => task !== null);
    return { ...page, items };
  });
  return { ...list, pages };
}

export function changeInList(list: TaskListData, id: string, change: Change): TaskListData {
  return changeAllInList(list, new Set([id]), change);
}

/** The same in all cached lists. Answers still on their way would overwrite it, so they are given up. */
export async function changeAllInCache(client: QueryClient, ids: ReadonlySet<string>, change: Change): Promise<void> {
  await client.cancelQueries({ queryKey: ["tasks"] });
  client.setQueriesData<TaskListData>({ queryKey: ["tasks", "list"] }, (list) => list && changeAllInList(list, ids, change));
}

export async function changeInCache(client: QueryClient, id: string, change: Change): Promise<void> {
  await changeAllInCache(client, new Set([id]), change);
}

/** The tasks of these ids that some list holds, each once. */
export function tasksInCache(client: QueryClient, ids: ReadonlySet<string>): Task[] {
  const found = new Map<string, Task>();
  for (const [, list] of client.getQueriesData<TaskListData>({ queryKey: ["tasks", "list"] })) {
    for (const page of list?.pages ?? []) {
      for (const task of page.items) if (ids.has(task.id) && !found.has(task.id)) found.set(task.id, task);
    }
  }
  return [...found.values()];
}
