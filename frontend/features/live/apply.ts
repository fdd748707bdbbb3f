// What an event from elsewhere makes of the query cache. What it tells is shown at once; lists are asked for again in
// the background when it is quiet, and at once where it tells too little. What stands there stays until the answer is
// there, and rows that did not change are not drawn anew.
import type { QueryClient, QueryKey } from "@tanstack/react-query";
import { isOwnChange } from "@/lib/api/own-changes";
import type { LiveChange, LiveEvent } from "./events";
import { noteNews } from "./news";
import { showChanges, UNTOUCHED } from "./show";

/** The first of a burst is shown at once, what follows so soon with it. */
export const GATHER_MS = 40;
/** After so long without another change all is asked for again, and under steady changes now and then. */
export const QUIET_MS = 250;
export const STEADY_MS = 2_000;
/** So long is waited for answers under way, which are of before the change. */
const PATIENCE_MS = 300;

export interface Applier {
  take: (event: LiveEvent) => void;
  stop: () => void;
}

export function createApplier(client: QueryClient, zone: string): Applier {
  const refresher = createRefresher(client);
  let gathered: LiveChange[] = [];
  let purged = false;
  let busy = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let appliedAt = -Infinity;
  const isWaiting = (): boolean => gathered.length > 0 || purged;
  const schedule = (ms: number): void => {
    if (!busy) timer ??= setTimeout(() => void run(), ms);
  };
  const run = async (): Promise<void> => {
    timer = undefined;
    busy = true;
    await atRest(client);
    if (!isChanging(client)) apply();
    busy = false;
    if (isWaiting()) schedule(GATHER_MS);
  };
  const apply = (): void => {
    const changes = gathered.filter((change) => !isOwnChange(change.group));
    const forgotten = purged;
    gathered = [];
    purged = false;
    appliedAt = performance.now();
    if (changes.length === 0 && !forgotten) return;
    const shown = showChanges(client, changes, zone) && !forgotten;
    noteNews(changes);
    if (shown) refresher.soon();
    else refresher.now();
  };
  const take = (event: LiveEvent): void => {
    if (event.event === "reset") void client.invalidateQueries();
    if (event.event === "purge") purged = true;
    else if (event.event === "change") gathered.push(event.data);
    else return;
    schedule(Math.max(0, appliedAt + GATHER_MS - performance.now()));
  };
  const stop = (): void => {
    clearTimeout(timer);
    refresher.stop();
  };
  return { take, stop };
}

/**
 * While changes of our own are under way an answer would show things as they were before them; and which of the events
 * are about those is known only when they have been answered.
 */
function isChanging(client: QueryClient): boolean {
  return client.isMutating({ mutationKey: ["change"] }) > 0;
}

interface Refresher {
  now: () => void;
  soon: () => void;
  stop: () => void;
}

/** Asks for everything again, never twice at once. */
function createRefresher(client: QueryClient): Refresher {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since: number | null = null;
  let running = false;
  const run = async (): Promise<void> => {
    clearTimeout(timer);
    if (running || isChanging(client)) {
      timer = setTimeout(() => void run(), GATHER_MS);
      return;
    }
    since = null;
    running = true;
    await refreshAll(client).finally(() => (running = false));
  };
  const soon = (): void => {
    since ??= performance.now();
    clearTimeout(timer);
    timer = setTimeout(() => void run(), Math.min(QUIET_MS, Math.max(0, since + STEADY_MS - performance.now())));
  };
  return { now: () => void run(), soon, stop: () => clearTimeout(timer) };
}

/** Returns when no list of tasks is being asked for; what is shown before such an answer would be taken back by it. */
async function atRest(client: QueryClient): Promise<void> {
  const cache = client.getQueryCache();
  const isAtRest = (): boolean => cache.findAll({ queryKey: ["tasks", "list"], fetchStatus: "fetching" }).length === 0;
  if (isAtRest()) return;
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const leave = cache.subscribe(() => {
    if (isAtRest()) resolve(undefined);
  });
  const timer = setTimeout(() => resolve(undefined), PATIENCE_MS);
  await promise;
  clearTimeout(timer);
  leave();
}

/**
 * Asks again for everything that is on screen and about tasks or projects; the rest is stale when it is next shown. What
 * is being asked for already is let finish, as giving it up would lose a page that somebody wants more of, and asked
 * for once more: its answer may be from before the change.
 */
export async function refreshAll(client: QueryClient): Promise<void> {
  const predicate = ({ queryKey }: { queryKey: QueryKey }): boolean => !UNTOUCHED.has(queryKey[0]);
  const underWay = client.getQueryCache().findAll({ predicate, fetchStatus: "fetching" });
  await client.invalidateQueries({ predicate }, { cancelRefetch: false });
  await Promise.all(
    underWay.map(({ queryKey }) => client.invalidateQueries({ queryKey, exact: true }, { cancelRefetch: false })),
  );
}
