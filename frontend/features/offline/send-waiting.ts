// Sends what has waited, one after the other in the order in which it was made.
import type { Send } from "@/lib/api/detour";
import type { Task } from "@/lib/api/types";
import type { Kept, QueueStore } from "./store";
import { madeId, taskIdOf, type Waiting } from "./waiting";

export interface Refused {
  title: string;
  reason: string;
}

export interface Sent {
  sent: number;
  refused: Refused[];
  /** False when the server went away again: the rest waits on. */
  finished: boolean;
}

/** How many are left, and the task that was made, as the server understood it, unless more of it waits. */
type OnSent = (left: number, made: Task | null) => void;

export async function sendWaiting(store: QueueStore, send: Send, onSent: OnSent = () => undefined): Promise<Sent> {
  const result: Sent = { sent: 0, refused: [], finished: true };
  const versions = new Map<string, number>();
  const all = await store.all();
  for (const [index, kept] of all.entries()) {
    const answer = await sendOne(store, kept, versions, send);
    if (answer === "away") return { ...result, finished: false };
    if ("refused" in answer) result.refused.push({ title: kept.waiting.title, reason: answer.refused });
    else result.sent += 1;
    await store.remove(kept.key);
    const more = all.slice(index + 1).some(({ waiting }) => taskIdOf(waiting) === madeId(kept.waiting));
    onSent(all.length - index - 1, "made" in answer && !more ? answer.made : null);
  }
  return result;
}

async function sendOne(
  store: QueueStore,
  { key, waiting }: Kept,
  versions: Map<string, number>,
  send: Send,
): Promise<"away" | { made: Task | null } | { refused: string }> {
  const id = taskIdOf(waiting) ?? madeId(waiting);
  // An earlier change of ours made another version of the task than was foreseen.
  const version = (id === undefined ? undefined : versions.get(id)) ?? waiting.version;
  await store.replace({ key, waiting: { ...waiting, tried: true } });
  const answer = await send(toRequest(waiting, version)).catch(() => null);
  // Nobody there, not signed in, or trouble that passes.
  if (answer === null || answer.status === 401 || answer.status === 429 || answer.status >= 500) return "away";
  const body = (await answer.json().catch(() => null)) as (Partial<Task> & { detail?: string }) | null;
  if (answer.ok) {
    if (id !== undefined && body?.version !== undefined) versions.set(id, body.version);
    return { made: madeId(waiting) === undefined ? null : (body as Task | null) };
  }
  // It has arrived the first time, when its answer was lost.
  if (answer.status === 412 && waiting.tried) return { made: null };
  return { refused: body?.detail ?? answer.statusText };
}

function toRequest({ method, path, body }: Waiting, version: number | null): Request {
  const headers = new Headers(version === null ? {} : { "If-Match": `"${version}"` });
  if (body != null) headers.set("Content-Type", "application/json");
  return new Request(new URL(path, window.location.origin), {
    method,
    headers,
    ...(body == null ? {} : { body: JSON.stringify(body) }),
  });
}
