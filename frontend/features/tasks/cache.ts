// Changes to the cached lists that show what will be before the server has said so.
import type { QueryClient } from "@tanstack/react-query";
import type { Task } from "@/lib/api/types";
import type { TaskListData } from "./queries";

/** One task changed wherever it is listed; `change` giving null takes it out. */
export function changeInList(list: TaskListData, id: string, change: (task: Task) => Task | null): TaskListData {
  const pages = list.pages.map((page) => {
    if (!page.items.some((task) => task.id === id)) return page;
    const items = page.items.map((task) => (task.id === id ? change(task) : task)).filter((task) => task !== null);
    return { ...page, items };
  });
  return { ...list, pages };
}

/** The same in all cached lists. Answers still on their way would overwrite it, so they are given up. */
export async function changeInCache(
  client: QueryClient,
  id: string,
  change: (task: Task) => Task | null,
): Promise<void> {
  await client.cancelQueries({ queryKey: ["tasks"] });
  client.setQueriesData<TaskListData>({ queryKey: ["tasks", "list"] }, (list) => list && changeInList(list, id, change));
}
