// Puts what was changed elsewhere into the cached lists, without asking the server for them.
import { hashKey, type Query, type QueryClient } from "@tanstack/react-query";
import { changeInList } from "@/features/tasks/cache";
import type { TaskFilter, TaskListData } from "@/features/tasks/queries";
import type { Project, Task } from "@/lib/api/types";
import type { LiveChange } from "./events";
import { belongsIn, keepsPlace, type Surroundings, without, withTask } from "./membership";

const LISTS = { queryKey: ["tasks", "list"] };
/** Beside the lists of tasks, these are on every page; what they show of a change may come a moment later. */
const BESIDE: ReadonlySet<string> = new Set(
  [["projects"], ["labels"], ["filters"], ["counts"], ["changes", "recent"], ["changes", "any"]].map(hashKey),
);

/** True when all that is on screen shows the changes by now, but for what is beside it. */
export function showChanges(client: QueryClient, changes: readonly LiveChange[], zone: string): boolean {
  const around = { zone, isActive: (id: string) => isActive(client, id) };
  let shown = changes.every(tellsAll) && client.getQueryCache().findAll({ type: "active" }).every(isListOrBeside);
  for (const { queryKey, state } of client.getQueryCache().findAll(LISTS)) {
    const list = state.data as TaskListData | undefined;
    if (list === undefined) continue;
    const taken = takeAll(list, queryKey[2] as TaskFilter, changes, around);
    if (taken.list !== list) client.setQueryData(queryKey, taken.list, { updatedAt: state.dataUpdatedAt });
    shown &&= taken.isWhole || client.getQueryCache().find({ queryKey, type: "active" }) === undefined;
  }
  return shown;
}

/** A reminder stands in no list. */
function tellsAll({ entity, kind, task }: LiveChange): boolean {
  return entity === "reminder" || (entity === "task" && (kind === "delete" || Boolean(task)));
}

function isListOrBeside({ queryKey, queryHash }: Query): boolean {
  if (queryKey[0] === "tasks") return queryKey[1] === "list";
  return BESIDE.has(queryHash) || queryKey[2] === "sections" || UNTOUCHED.has(queryKey[0]);
}

/** Changes to tasks and projects make none of these stale. */
export const UNTOUCHED: ReadonlySet<unknown> = new Set([
  "me",
  "messages",
  "conversations",
  "quick-add-preview",
  "understood-date",
  "assistant",
  "command",
  "sessions",
  "tokens",
]);

function isActive(client: QueryClient, id: string): boolean {
  const projects = client.getQueryData<Project[]>(["projects"]) ?? [];
  return projects.some((project) => project.id === id && project.archived_at === null);
}

interface Taken {
  list: TaskListData;
  /** Whether it is just as the server would give it now. */
  isWhole: boolean;
}

function takeAll(list: TaskListData, filter: TaskFilter, changes: readonly LiveChange[], around: Surroundings): Taken {
  return changes.reduce<Taken>(
    (taken, change) => {
      const next = takeOne(taken.list, filter, change, around);
      return next === null ? { ...taken, isWhole: false } : { ...next, isWhole: next.isWhole && taken.isWhole };
    },
    { list, isWhole: true },
  );
}

/** Null when a change says too little. What the list has in a newer version stays. */
function takeOne(list: TaskListData, filter: TaskFilter, change: LiveChange, around: Surroundings): Taken | null {
  if (!tellsAll(change)) return null;
  const before = list.pages.flatMap(({ items }) => items).find(({ id }) => id === change.entity_id);
  if (before !== undefined && before.version >= (change.task?.version ?? change.version)) return { list, isWhole: true };
  if (change.kind === "delete") return { list: without(list, change.entity_id), isWhole: true };
  return change.task ? placed(list, filter, before, change.task, around) : { list, isWhole: true };
}

function placed(list: TaskListData, filter: TaskFilter, before: Task | undefined, task: Task, around: Surroundings): Taken {
  const belongs = belongsIn(filter, task, around);
  if (belongs === null) return { list: before ? changeInList(list, task.id, () => task) : list, isWhole: false };
  if (!belongs) return { list: before ? without(list, task.id) : list, isWhole: true };
  if (before && keepsPlace(before, task, filter)) return { list: changeInList(list, task.id, () => task), isWhole: true };
  const rest = before ? without(list, task.id) : list;
  const whole = withTask(rest, task, filter, around.zone);
  return { list: whole ?? rest, isWhole: whole !== null };
}
