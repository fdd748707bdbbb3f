// Says something to the assistant, decides what it asks, or has it try again; gives its events as they come.
import { noSuchConversation, toProblemError, unreachable } from "@/lib/api/problem";
import { type ChatEvent, readChatEvents } from "./events";

/** One of the three. */
export type Saying =
  | { message: string }
  | { approval: { id: string; approve: boolean } }
  /** Answers the last message anew. */
  | { retry: true };

export type SendMessage = Saying & {
  conversationId: string | null;
  signal: AbortSignal;
};

/** Throws a ProblemError when the turn could not start, an AbortError when it was stopped. */
export async function* sendMessage({ conversationId, signal, ...saying }: SendMessage): AsyncGenerator<ChatEvent> {
  const body = { ...saying, ...(conversationId === null ? {} : { conversation_id: conversationId }) };
  const response = await post(body, signal);
  if (!response.ok || response.body === null) {
    throw noSuchConversation(toProblemError(response.status, await response.json().catch(() => null)));
  }
  yield* readChatEvents(response.body);
}

async function post(body: object, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch("/api/chat", {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "text/event-stream" },
      body: JSON.stringify(body),
      signal,
    });
  } catch (error) {
    throw signal.aborted ? error : unreachable();
  }
}
