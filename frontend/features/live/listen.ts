// One connection to the live stream that mends itself: it goes on from the last event it has had.
import { pauseUntilBack } from "@/lib/pause";
import { type LiveEvent, readLiveEvents } from "./events";

export interface Listening {
  signal: AbortSignal;
  onEvent: (event: LiveEvent) => void;
  /** Where to go on; null begins now. */
  lastId: () => string | null;
  onId: (id: string) => void;
  /** Waits before the next attempt; tests put their own in place. */
  pause?: (ms: number, signal: AbortSignal) => Promise<void>;
}

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 15_000;
/** The server gives a sign of life every 15 seconds; without one the connection is gone, whatever the system says. */
export const SILENCE_MS = 40_000;

/** Listens until the signal ends it. A session that has ended may be taken up again on this page, so that ends nothing. */
export async function listen(listening: Listening): Promise<void> {
  const { signal, pause = pauseUntilBack } = listening;
  const ended = (): boolean => signal.aborted;
  let wait = FIRST_PAUSE_MS;
  while (!ended()) {
    const heard = await hearOnce(listening);
    // A stream that worked is tried again at once: servers that restart end theirs in good order.
    wait = heard ? FIRST_PAUSE_MS : Math.min(wait * 2, LONGEST_PAUSE_MS);
    if (!ended()) await pause(wait * (0.75 + Math.random() / 2), signal);
  }
}

/** Whether the server said anything before the connection ended. */
async function hearOnce({ signal, onEvent, lastId, onId }: Listening): Promise<boolean> {
  const silence = new AbortController();
  let timer = setTimeout(() => silence.abort(), SILENCE_MS);
  const alive = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => silence.abort(), SILENCE_MS);
  };
  let heard = false;
  try {
    const response = await open(lastId(), AbortSignal.any([signal, silence.signal]));
    if (!response.ok || response.body === null) return false;
    const told = (id: string): void => {
      alive();
      onId(id);
    };
    for await (const event of readLiveEvents(response.body, told)) {
      heard = true;
      alive();
      onEvent(event);
    }
  } catch {
    // Broken off, or ended by us: the next attempt or the loop above sees to it.
  } finally {
    clearTimeout(timer);
  }
  return heard;
}

function open(lastId: string | null, signal: AbortSignal): Promise<Response> {
  const headers = { Accept: "text/event-stream", ...(lastId === null ? {} : { "Last-Event-ID": lastId }) };
  return fetch("/api/events", { headers, signal, cache: "no-store" });
}
