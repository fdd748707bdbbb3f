// Going on without a connection: changes are shown and kept, and sent in their order when it is back.
import { dehydrate, hydrate, onlineManager, type DehydratedState, type QueryClient } from "@tanstack/react-query";
import { refreshAll } from "@/features/live/apply";
import { tasksInCache } from "@/features/tasks/cache";
import { type Send, setDetour } from "@/lib/api/detour";
import type { Task } from "@/lib/api/types";
import { keepShown, show } from "./added";
import { sendWaiting } from "./send-waiting";
import { changeStatus, offlineStatus } from "./status";
import { forgetStored, keepSeen, queueStore, seen } from "./store";
import { addedBy, taskIdOf, toWaiting, unneeded } from "./waiting";

const KEEP_AFTER_MS = 1_000;
const AGAIN_MS = 10_000;
/** Asked anew or of no use without a connection. */
const NOT_KEPT: ReadonlySet<unknown> = new Set(["quick-add-preview", "tokens", "sessions", "assistant"]);
const PAGES = "todo-pages-1";
/** Made by what waits. */
let added: readonly Task[] = [];

/** Gives back how to stop. */
export function goOnOffline(client: QueryClient, owner: string): () => void {
  const stopped = new AbortController();
  const send: Send = (request) => globalThis.fetch(request);
  setDetour((request, through) => takeDetour(client, request, through));
  void begin(client, owner, send);
  const onOnline = (): void => void sendAll(client, send);
  const onOffline = (): void => {
    onlineManager.setOnline(false);
    changeStatus({ online: false });
  };
  // Lists are asked for again only when what was changed meanwhile has been sent: until then they would show it undone.
  onlineManager.setEventListener(() => () => undefined);
  window.addEventListener("online", onOnline, { signal: stopped.signal });
  window.addEventListener("offline", onOffline, { signal: stopped.signal });
  const again = setInterval(() => {
    if (navigator.onLine && offlineStatus().waiting > 0 && !offlineStatus().sending) onOnline();
  }, AGAIN_MS);
  const forget = keepWhatIsSeen(client, owner);
  const leave = keepShown(client, () => added);
  return () => {
    stopped.abort();
    clearInterval(again);
    forget();
    leave();
    added = [];
    setDetour(null);
  };
}

/** Everything that this browser has kept of an account. */
export async function forgetOffline(): Promise<void> {
  await forgetStored();
  if ("caches" in globalThis) await caches.delete(PAGES);
}

async function begin(client: QueryClient, owner: string, send: Send): Promise<void> {
  const kept = (await seen("state")) as { owner: string; state: DehydratedState } | undefined;
  // Another person has signed in here without the first having signed out.
  if (kept !== undefined && kept.owner !== owner) await forgetOffline();
  const waiting = await readQueue();
  const online = navigator.onLine;
  changeStatus({ waiting, online });
  if (!online) {
    onlineManager.setOnline(false);
    if (kept?.owner === owner) hydrate(client, kept.state);
    // The page is one of another day: its clock should not be.
    document.dispatchEvent(new Event("visibilitychange"));
  }
  for (const task of added) show(client, task);
  if (online && waiting > 0) await sendAll(client, send);
}

/** How many wait. */
async function readQueue(): Promise<number> {
  const all = await queueStore.all();
  added = addedBy(all.map(({ waiting }) => waiting), new Date().toISOString());
  return all.length;
}

async function takeDetour(client: QueryClient, request: Request, send: Send): Promise<Response> {
  const { waiting: before } = offlineStatus();
  // What comes after something that waits waits too: order is all.
  if (request.method === "GET" || (navigator.onLine && before === 0)) return send(request);
  const text = await request.clone().text();
  const outcome = toWaiting({
    method: request.method,
    path: new URL(request.url).pathname,
    body: text === "" ? null : (JSON.parse(text) as unknown),
    known: (id) => knownTask(client, id),
    now: new Date().toISOString(),
  });
  if (outcome === null) return send(request);
  if (outcome.task === null && (await takeOut(taskIdOf(outcome.waiting) ?? ""))) return new Response(null, { status: 204 });
  const asked = /"(\d+)"/.exec(request.headers.get("If-Match") ?? "")?.[1];
  const { waiting, task } = outcome;
  await queueStore.add({ ...waiting, version: asked === undefined ? waiting.version : Number(asked) });
  // Another may have been kept meanwhile.
  changeStatus({ waiting: offlineStatus().waiting + 1 });
  await readQueue();
  if (task === null) return new Response(null, { status: 204 });
  show(client, task);
  return Response.json(task, { status: waiting.version === null ? 201 : 200 });
}

/** A deletion of what was never sent needs none of it any more. */
async function takeOut(id: string): Promise<boolean> {
  if (offlineStatus().sending) return false;
  const gone = unneeded(await queueStore.all(), id);
  for (const { key } of gone ?? []) await queueStore.remove(key);
  if (gone !== null) changeStatus({ waiting: await readQueue() });
  return gone !== null;
}

function knownTask(client: QueryClient, id: string): Task | undefined {
  return tasksInCache(client, new Set([id]))[0] ?? beingDeleted(client, id);
}

/** What is taken out of all lists at once is what the change in hand is on. */
function beingDeleted(client: QueryClient, id: string): Task | undefined {
  const subjects = client.getMutationCache().getAll().map(({ state }) => state.variables as Partial<Task> | undefined);
  return subjects.findLast((one): one is Task => one?.id === id && one.version !== undefined);
}

/** One tab at a time: two would send everything twice. */
async function sendAll(client: QueryClient, send: Send): Promise<void> {
  const inTurn = "locks" in navigator ? (act: () => Promise<void>) => navigator.locks.request("todo-send", act) : (act: () => Promise<void>) => act();
  changeStatus({ online: true, sending: true });
  await inTurn(async () => {
    const { refused, finished } = await sendWaiting(queueStore, send, (waiting, made) => {
      changeStatus({ waiting });
      if (made !== null) show(client, made);
    });
    const waiting = await readQueue();
    changeStatus({ waiting, sending: false, refused: [...offlineStatus().refused, ...refused] });
    if (!finished) return;
    onlineManager.setOnline(true);
    await refreshAll(client);
  });
}

/** What is on screen is kept a moment after it changed, for the next time without a connection. */
function keepWhatIsSeen(client: QueryClient, owner: string): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const keep = (): void => {
    timer = undefined;
    const state = dehydrate(client, {
      shouldDehydrateQuery: ({ queryKey, state }) => state.data !== undefined && !NOT_KEPT.has(queryKey[0]),
      shouldDehydrateMutation: () => false,
    });
    void keepSeen("state", { owner, state: JSON.parse(JSON.stringify(state)) as unknown }).then(() => {
      // For tests that need to know that it is kept.
      document.documentElement.dataset.kept = "";
    });
  };
  const unsubscribe = client.getQueryCache().subscribe(() => {
    timer ??= setTimeout(keep, KEEP_AFTER_MS);
  });
  timer = setTimeout(keep, KEEP_AFTER_MS);
  return () => {
    clearTimeout(timer);
    unsubscribe();
  };
}
