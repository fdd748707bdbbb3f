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

export function isInList({ pages }: TaskListData, id: string): boolean {
  return pages.some(({ items }) => items.some((task) => task.id === id));
}

interface Place {
  page: number;
  index: number;
  task: Task;
}

/** Where these tasks stand in a list, from its beginning on. */
function placesIn(list: TaskListData, ids: ReadonlySet<string>): Place[] {
  return list.pages.flatMap(({ items }, page) =>
    items.flatMap((task, index) => (ids.has(task.id) ? [{ page, index, task }] : [])),
  );
}

/** A task as it was, in the place it had, whether it is there or not. */
export function restoreInList(list: TaskListData, { page: at, index, task }: Place): TaskListData {
  if (isInList(list, task.id)) return changeInList(list, task.id, () => task);
  const pages = list.pages.map((page, number) =>
    number === at ? { ...page, items: page.items.toSpliced(index, 0, task) } : page,
  );
  return { ...list, pages };
}

const LISTS = { queryKey: ["tasks", "list"] };

/**
 * The same in all cached lists. Answers still on their way would overwrite it, so they are given up. Gives back what
 * puts these tasks back as they were, and leaves alone whatever else has changed meanwhile.
 */
export async function changeAllInCache(
  client: QueryClient,
  ids: ReadonlySet<string>,
  change: Change,
): Promise<() => void> {
  await client.cancelQueries({ queryKey: ["tasks"] });
  const before = client
    .getQueriesData<TaskListData>(LISTS)
    .flatMap(([queryKey, list]) => (list === undefined ? [] : [{ queryKey, places: placesIn(list, ids) }]));
  client.setQueriesData<TaskListData>(LISTS, (list) => list && changeAllInList(list, ids, change));
  return () => {
    for (const { queryKey, places } of before) {
      client.setQueryData<TaskListData>(queryKey, (list) => list && places.reduce(restoreInList, list));
    }
  };
}

export async function changeInCache(client: QueryClient, id: string, change: Change): Promise<() => void> {
  return changeAllInCache(client, new Set([id]), change);
}

/** The tasks of these ids that some list holds, each once. */
export function tasksInCache(client: QueryClient, ids: ReadonlySet<string>): Task[] {
  const found = new Map<string, Task>();
  for (const [, list] of client.getQueriesData<TaskListData>(LISTS)) {
    for (const { items } of list?.pages ?? []) {
      for (const task of items) if (ids.has(task.id) && !found.has(task.id)) found.set(task.id, task);
    }
  }
  return [...found.values()];
}
