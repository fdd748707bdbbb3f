// One live connection for all tabs of a browser: browsers allow six to a server, which seven tabs would use up. The tab
// that holds a lock listens and passes on what it hears; when it closes, the next one goes on from the same event.
import type { LiveEvent } from "./events";
import { listen } from "./listen";

const NAME = "todo-live";

/** A tab that has just been opened says hello, and the one that listens tells it how far it is. */
type Passed = { kind: "hello" } | { kind: "event"; event: LiveEvent } | { kind: "id"; id: string };

export interface LiveReader {
  /** `first` in the one tab that hears it from the server. */
  onEvent: (event: LiveEvent, first: boolean) => void;
  /** From now on nothing is missed. */
  onStart: () => void;
}

/** Gives back how to stop. */
export function shareLive({ onEvent, onStart }: LiveReader): () => void {
  const stopped = new AbortController();
  const channel = new BroadcastChannel(NAME);
  const pass = (passed: Passed): void => channel.postMessage(passed);
  let lastId: string | null = null;
  const reached = (id: string): void => {
    const isStart = lastId === null;
    lastId = id;
    if (isStart) onStart();
  };
  let leading = false;
  channel.onmessage = ({ data }: MessageEvent<Passed>) => {
    if (data.kind === "event") onEvent(data.event, false);
    if (data.kind === "id") reached(data.id);
    if (data.kind === "hello" && leading && lastId !== null) pass({ kind: "id", id: lastId });
  };
  pass({ kind: "hello" });
  const lead = (): Promise<void> => {
    leading = true;
    return listen({
      signal: stopped.signal,
      lastId: () => lastId,
      onId: (id) => {
        reached(id);
        pass({ kind: "id", id });
      },
      onEvent: (event) => {
        pass({ kind: "event", event });
        onEvent(event, true);
      },
    });
  };
  void leadInTurn(lead, stopped.signal);
  return () => {
    stopped.abort();
    channel.close();
  };
}

async function leadInTurn(lead: () => Promise<void>, signal: AbortSignal): Promise<void> {
  // Without a secure origin there are no locks: each tab listens for itself.
  if (!("locks" in navigator)) return lead();
  await navigator.locks.request(NAME, { signal }, lead).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
}
