// An answer, to its end: one that is cut off on its way, or by a server that restarts, is asked for anew.
import { brokenOff, ProblemError } from "@/lib/api/problem";
import { pauseUntilBack } from "@/lib/pause";
import type { ChatEvent } from "./events";
import { type SendMessage, sendMessage } from "./send-message";

/** `anew`: what had come of the answer no longer counts; the server has undone what it had changed. */
export type AnswerEvent = ChatEvent | { event: "anew" };

const WAITS_MS = [300, 1000, 3000];

interface Cut {
  /** Null when the server had not even taken on what was said. */
  conversationId: string | null;
  error: unknown;
}

/** Throws as `sendMessage` does, and a ProblemError when the answer was cut off and could not be had anew. */
export async function* followAnswer({ conversationId, signal, ...saying }: SendMessage): AsyncGenerator<AnswerEvent> {
  let cut = yield* upToCut(sendMessage({ ...saying, conversationId, signal }));
  const taken = cut?.conversationId ?? null;
  // A decision is not asked for twice: what was approved is done.
  for (const wait of taken === null || "approval" in saying ? [] : WAITS_MS) {
    if (cut === null) break;
    await pauseUntilBack(wait, signal);
    if (signal.aborted) break;
    cut = yield* upToCut(anew(sendMessage({ retry: true, conversationId: taken, signal })));
  }
  if (cut !== null) throw cut.error;
}

/** Gives events until the answer ends (null) or is cut off. */
async function* upToCut<Event extends AnswerEvent>(events: AsyncIterable<Event>): AsyncGenerator<Event, Cut | null> {
  let conversationId: string | null = null;
  try {
    for await (const event of events) {
      if (event.event === "conversation") conversationId = event.data.id;
      if (event.event === "error") {
        const error = new ProblemError(event.data);
        if (error.slug === "shutting-down") return { conversationId, error };
      }
      yield event;
      if (event.event === "done" || event.event === "error") return null;
    }
  } catch (error) {
    return { conversationId, error };
  }
  return { conversationId, error: brokenOff() };
}

/** What had come before counts until the server has begun once more. */
async function* anew(events: AsyncIterable<ChatEvent>): AsyncGenerator<AnswerEvent> {
  for await (const event of events) {
    if (event.event === "conversation") yield { event: "anew" };
    yield event;
  }
}
