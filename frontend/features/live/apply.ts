// What an event from elsewhere makes of the query cache. Lists are asked for again in the background: what stands there
// stays until the answer is there, and rows that did not change are not drawn anew.
import type { QueryClient, QueryKey } from "@tanstack/react-query";
import { isOwnChange } from "@/lib/api/own-changes";
import type { LiveChange, LiveEvent } from "./events";
import { noteNews } from "./news";

/** A command changes many rows at once; their events come together. */
export const GATHER_MS = 40;
/** Changes to tasks and projects make none of these stale. */
const UNTOUCHED: ReadonlySet<unknown> = new Set(["me", "messages", "conversations", "quick-add-preview", "assistant"]);

export interface Applier {
  take: (event: LiveEvent) => void;
  stop: () => void;
}

export function createApplier(client: QueryClient): Applier {
  let gathered: LiveChange[] = [];
  let purged = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const apply = (): void => {
    timer = undefined;
    // While changes of our own are under way an answer would show things as they were before them; and which of the
    // events are about those is known only when they have been answered.
    if (client.isMutating({ mutationKey: ["change"] }) > 0) {
      timer = setTimeout(apply, GATHER_MS);
      return;
    }
    const changes = gathered.filter((change) => !isOwnChange(change.group));
    gathered = [];
    if (changes.length === 0 && !purged) return;
    purged = false;
    noteNews(changes);
    void refreshAll(client);
  };
  const take = (event: LiveEvent): void => {
    if (event.event === "reset") void client.invalidateQueries();
    if (event.event === "purge") purged = true;
    else if (event.event === "change") gathered.push(event.data);
    else return;
    timer ??= setTimeout(apply, GATHER_MS);
  };
  return { take, stop: () => clearTimeout(timer) };
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
