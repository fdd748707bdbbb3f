// Sends what has waited, one after the other in the order in which it was made.
import type { Send } from "@/lib/api/detour";
import type { Kept, QueueStore } from "./store";
import { taskIdOf, type Waiting } from "./waiting";

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

export async function sendWaiting(store: QueueStore, send: Send, onSent: (left: number) => void = () => undefined): Promise<Sent> {
  const result: Sent = { sent: 0, refused: [], finished: true };
  const versions = new Map<string, number>();
  const all = await store.all();
  for (const [index, kept] of all.entries()) {
    const answer = await sendOne(store, kept, versions, send);
    if (answer === "away") return { ...result, finished: false };
    if (answer === "sent") result.sent += 1;
    else result.refused.push({ title: kept.waiting.title, reason: answer.refused });
    await store.remove(kept.key);
    onSent(all.length - index - 1);
  }
  return result;
}

async function sendOne(
  store: QueueStore,
  { key, waiting }: Kept,
  versions: Map<string, number>,
  send: Send,
): Promise<"sent" | "away" | { refused: string }> {
  const id = taskIdOf(waiting);
  // An earlier change of ours made another version of the task than was foreseen.
  const version = (id === undefined ? undefined : versions.get(id)) ?? waiting.version;
  await store.replace({ key, waiting: { ...waiting, tried: true } });
  const answer = await send(toRequest(waiting, version)).catch(() => null);
  // Nobody there, not signed in, or trouble that passes.
  if (answer === null || answer.status === 401 || answer.status === 429 || answer.status >= 500) return "away";
  const body = (await answer.json().catch(() => null)) as { version?: number; detail?: string } | null;
  if (answer.ok) {
    if (id !== undefined && body?.version !== undefined) versions.set(id, body.version);
    return "sent";
  }
  // It has arrived the first time, when its answer was lost.
  if (answer.status === 412 && waiting.tried) return "sent";
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
