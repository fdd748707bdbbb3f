// Which changes can wait until there is a connection, and what to answer for them until then. Pure.
import { AT_THE_END } from "@/features/tasks/not-sent";
import type { Task } from "@/lib/api/types";

/** A change as it is kept and sent: exactly the request that was made. */
export interface Waiting {
  method: string;
  path: string;
  /** The version that the change was made on, as in If-Match; null makes something new. */
  version: number | null;
  body: unknown;
  /** What it is about, for people. */
  title: string;
  /** It was sent once, and nobody knows whether it arrived. */
  tried: boolean;
}

export interface Outcome {
  waiting: Waiting;
  /** What the task is from now on; null when it is gone. */
  task: Task | null;
}

const ON_TASK = /^\/api\/tasks\/([0-9a-f-]{36})(?:\/(complete|reopen))?$/;

interface Asked {
  method: string;
  path: string;
  body: unknown;
  known: (id: string) => Task | undefined;
  /** The moment, RFC 3339. */
  now: string;
}

/** Null when it can't wait: then it fails as everything does without a connection. */
export function toWaiting({ method, path, body, known, now }: Asked): Outcome | null {
  if (method === "POST" && (path === "/api/quick-add" || path === "/api/tasks")) return creation(path, body, now);
  const [, id, act] = ON_TASK.exec(path) ?? [];
  const task = id === undefined ? undefined : known(id);
  if (task === undefined) return null;
  const next = { ...task, version: task.version + 1, updated_at: now };
  const outcome = (after: Task | null): Outcome => ({
    waiting: { method, path, body, version: task.version, title: task.title, tried: false },
    task: after,
  });
  if (method === "PATCH" && act === undefined) return outcome({ ...next, ...(body as Partial<Task>) });
  if (method === "DELETE" && act === undefined) return outcome(null);
  if (method !== "POST") return null;
  if (act === "complete") return outcome({ ...next, completed_at: now });
  return act === "reopen" ? outcome({ ...next, completed_at: null }) : null;
}

interface Creation extends Partial<Task> {
  text?: string;
}

/** Without an id of its own it could be made twice. */
function creation(path: string, body: unknown, now: string): Outcome | null {
  const { id, text, title = text, project_id, section_id = null, parent_id = null, due_date = null } = body as Creation;
  if (id === undefined || title === undefined || project_id === undefined) return null;
  const task = { ...newTask(id, project_id, now), section_id, parent_id, due_date, title };
  return { waiting: { method: "POST", path, body, version: null, title, tried: false }, task };
}

function newTask(id: string, projectId: string, now: string): Task {
  return {
    id,
    project_id: projectId,
    section_id: null,
    parent_id: null,
    position: AT_THE_END,
    title: "",
    notes: "",
    priority: 4,
    due_date: null,
    due_at: null,
    time_zone: null,
    duration_minutes: null,
    deadline: null,
    label_ids: [],
    recurrence: null,
    completion_count: 0,
    completed_at: null,
    deleted_at: null,
    version: 1,
    created_at: now,
    updated_at: now,
  };
}

/** The tasks that are made by what waits, as they are after all of it. */
export function addedBy(all: readonly Waiting[], now: string): Task[] {
  const added = new Map<string, Task>();
  for (const { method, path, body } of all) {
    const outcome = toWaiting({ method, path, body, known: (id) => added.get(id), now });
    // On a task that is there without it.
    if (outcome === null) continue;
    const { task, waiting } = outcome;
    if (task === null) added.delete(taskIdOf(waiting) ?? "");
    else added.set(task.id, task);
  }
  return [...added.values()];
}

/**
 * What is left of the queue to do without when a task is deleted that was made while it waited; null when the deletion
 * has to be sent: it may be there already, or others were put below it.
 */
export function unneeded<Item extends { waiting: Waiting }>(all: readonly Item[], id: string): Item[] | null {
  const made = all.some(({ waiting }) => madeId(waiting) === id && !waiting.tried);
  const above = all.some(({ waiting }) => (waiting.body as Creation | null)?.parent_id === id);
  return made && !above ? all.filter(({ waiting }) => [madeId(waiting), taskIdOf(waiting)].includes(id)) : null;
}

/** The task that it makes. */
export function madeId({ version, body }: Waiting): string | undefined {
  return version === null ? (body as Creation).id : undefined;
}

/** The task that a change is on, by its path. */
export function taskIdOf({ path }: Waiting): string | undefined {
  return ON_TASK.exec(path)?.[1];
}
