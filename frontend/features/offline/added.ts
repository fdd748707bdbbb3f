// What was added without a connection, in the lists where it will be.
import type { QueryCacheNotifyEvent, QueryClient } from "@tanstack/react-query";
import { changeInList, isInList } from "@/features/tasks/cache";
import { isOpen } from "@/features/tasks/is-open";
import { isNotSent } from "@/features/tasks/not-sent";
import type { TaskFilter, TaskListData } from "@/features/tasks/queries";
import type { Task } from "@/lib/api/types";

const LISTS = { queryKey: ["tasks", "list"] };

/** The task as it is from now on, in each list that has it; a new one also at the end of those that it belongs to. */
export function show(client: QueryClient, task: Task): void {
  for (const { queryKey } of client.getQueryCache().findAll(LISTS)) showIn(client, queryKey, task);
}

/** Has new tasks stand in every list, whatever is asked for or brought back meanwhile. Gives back how to stop. */
export function keepShown(client: QueryClient, added: () => readonly Task[]): () => void {
  return client.getQueryCache().subscribe((event) => {
    if (added().length === 0 || !bringsAnew(event)) return;
    const queryKey = event.query.queryKey as readonly unknown[];
    if (queryKey[0] !== "tasks" || queryKey[1] !== "list") return;
    const isThere = new Set(client.getQueryData<TaskListData>(queryKey)?.pages.flatMap(({ items }) => items.map(({ id }) => id)));
    for (const task of added()) if (!isThere.has(task.id)) showIn(client, queryKey, task);
  });
}

/** From the server, or from what was kept; not what is changed in place here. */
function bringsAnew(event: QueryCacheNotifyEvent): boolean {
  if (event.type !== "updated") return event.type === "added";
  return event.action.type === "setState" || (event.action.type === "success" && event.action.manual !== true);
}

function showIn(client: QueryClient, queryKey: readonly unknown[], task: Task): void {
  const list = client.getQueryData<TaskListData>(queryKey);
  if (list === undefined) return;
  if (isInList(list, task.id)) client.setQueryData(queryKey, changeInList(list, task.id, () => task));
  else if (belongs(queryKey[2] as TaskFilter, task)) client.setQueryData(queryKey, appended(list, task));
}

/** Only where that can be told here: what a filter finds is the server's to say. */
function belongs({ project_id, view, of, filter, done, due_from, due_until }: TaskFilter, task: Task): boolean {
  if (!isNotSent(task) || !isOpen(task) || done === true || filter !== undefined) return false;
  if (view !== undefined) return view === "project" && of === task.project_id;
  const { due_date: day } = task;
  return (
    (project_id === undefined || project_id === task.project_id) &&
    (due_from === undefined || (day !== null && day >= due_from)) &&
    (due_until === undefined || (day !== null && day <= due_until))
  );
}

function appended(list: TaskListData, task: Task): TaskListData {
  const last = list.pages.length - 1;
  const pages = list.pages.map((page, index) => (index === last ? { ...page, items: [...page.items, task] } : page));
  return { ...list, pages };
}
