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

/** Puts a change back as it was: `before` in the place it had, whether it is there or not. */
export function restoreInList(list: TaskListData, before: Task, place: Place): TaskListData {
  if (list.pages.some((page) => page.items.some((task) => task.id === before.id))) {
    return changeInList(list, before.id, () => before);
  }
  const pages = list.pages.map((page, index) =>
    index === place.page ? { ...page, items: page.items.toSpliced(place.index, 0, before) } : page,
  );
  return { ...list, pages };
}

interface Place {
  page: number;
  index: number;
}

function placeOf(list: TaskListData, id: string): (Place & { task: Task }) | null {
  for (const [page, { items }] of list.pages.entries()) {
    const index = items.findIndex((task) => task.id === id);
    const task = items[index];
    if (task !== undefined) return { page, index, task };
  }
  return null;
}

const LISTS = { queryKey: ["tasks", "list"] };

/**
 * The same in all cached lists. Answers still on their way would overwrite it, so they are given up. Gives back what
 * puts this one task back as it was, and leaves alone whatever else has changed meanwhile.
 */
export async function changeInCache(
  client: QueryClient,
  id: string,
  change: (task: Task) => Task | null,
): Promise<() => void> {
  await client.cancelQueries({ queryKey: ["tasks"] });
  const before = client
    .getQueriesData<TaskListData>(LISTS)
    .flatMap(([queryKey, list]) => {
      const place = list === undefined ? null : placeOf(list, id);
      return place === null ? [] : [{ queryKey, place }];
    });
  client.setQueriesData<TaskListData>(LISTS, (list) => list && changeInList(list, id, change));
  return () => {
    for (const { queryKey, place } of before) {
      client.setQueryData<TaskListData>(queryKey, (list) => list && restoreInList(list, place.task, place));
    }
  };
}
