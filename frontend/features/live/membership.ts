// Which cached lists a task belongs in, and where it stands there, as the server would have it. Pure.
import { dueOf } from "@/features/tasks/due";
import { isOpen } from "@/features/tasks/is-open";
import type { TaskFilter, TaskListData } from "@/features/tasks/queries";
import type { Task } from "@/lib/api/types";
import { addDays, momentOf } from "@/lib/dates";

export interface Surroundings {
  /** Of the person: in it their days begin and end. */
  zone: string;
  /** Whether a project is there and not in the archive, whose tasks stand in its own list alone. */
  isActive: (projectId: string) => boolean;
}

/** Null where only the server can say. */
export function belongsIn(filter: TaskFilter, task: Task, { zone, isActive }: Surroundings): boolean | null {
  const isDone = !isOpen(task);
  if (filter.view === "completed" || filter.done === true) return isDone ? null : false;
  if (isDone) return false;
  switch (filter.view) {
    case "project":
      return task.project_id === filter.of;
    case "label":
      return filter.of !== undefined && task.label_ids.includes(filter.of) ? null : false;
    case "filter":
      return null;
    default:
      if (!isDueWithin(filter, task, zone) || (filter.project_id ?? task.project_id) !== task.project_id) return false;
      return filter.filter === undefined && isActive(task.project_id) ? true : null;
  }
}

function isDueWithin({ due_from, due_until }: TaskFilter, task: Task, zone: string): boolean {
  const day = dueOf(task, zone)?.day;
  if (day === undefined) return due_from === undefined && due_until === undefined;
  return (due_from === undefined || due_from <= day) && (due_until === undefined || day <= due_until);
}

/** The list without a task. */
export function without(list: TaskListData, id: string): TaskListData {
  const pages = list.pages.map((page) =>
    page.items.some((task) => task.id === id) ? { ...page, items: page.items.filter((task) => task.id !== id) } : page,
  );
  return { ...list, pages };
}

/**
 * The list with a task that it does not have, where it belongs; null when that is beyond what was loaded. The list of a
 * project is put in order where it is shown, any other one is by due moment, priority and id.
 */
export function withTask(list: TaskListData, task: Task, filter: TaskFilter, zone: string): TaskListData | null {
  const last = list.pages.length - 1;
  const isWhole = list.pages[last]?.next_cursor === null;
  if (filter.view === "project") return isWhole ? inserted(list, task, last, Infinity) : null;
  const key = orderOf(task, zone);
  for (const [number, { items }] of list.pages.entries()) {
    const index = items.findIndex((other) => isBefore(key, orderOf(other, zone)));
    if (index !== -1) return inserted(list, task, number, index);
  }
  return isWhole ? inserted(list, task, last, Infinity) : null;
}

/** Whether a task that changed still stands where it did in a list that is in order. */
export function keepsPlace(before: Task, after: Task, { view }: TaskFilter): boolean {
  if (view === "project") return true;
  return before.due_at === after.due_at && before.due_date === after.due_date && before.priority === after.priority;
}

function inserted(list: TaskListData, task: Task, at: number, index: number): TaskListData {
  const pages = list.pages.map((page, number) =>
    number === at ? { ...page, items: page.items.toSpliced(index, 0, task) } : page,
  );
  return { ...list, pages };
}

type Order = readonly [moment: number, priority: number, id: string];

/** A day counts from its end, after all its moments; what has no date comes last. */
function orderOf(task: Task, zone: string): Order {
  const end = task.due_date === null ? null : momentOf(addDays(task.due_date, 1), "00:00", zone);
  const moment = task.due_at ?? end;
  return [moment === null ? Infinity : Date.parse(moment), task.priority, task.id];
}

function isBefore(first: Order, second: Order): boolean {
  const differing = first.findIndex((part, index) => part !== second[index]);
  return differing !== -1 && (first[differing] as number) < (second[differing] as number);
}
