// What the server says during a chat turn, as typed events.
import type { Problem, ToolCard } from "@/lib/api/types";
import { readEvents, type ServerSentEvent } from "@/lib/server-sent-events";

export interface ToolCall {
  id: string;
  name: string;
}

export type ChatEvent =
  | { event: "conversation"; data: { id: string; title: string } }
  | { event: "text"; data: { delta: string } }
  | { event: "tool_call"; data: ToolCall }
  | { event: "tool_card"; data: ToolCard }
  | { event: "error"; data: Problem }
  | { event: "done"; data: { message_id: string } };

const NAMES: ReadonlySet<string> = new Set(["conversation", "text", "tool_call", "tool_card", "error", "done"]);

/** Events of a turn in order. Kinds that are not known here are passed over: the server may be newer than the page. */
export async function* readChatEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<ChatEvent> {
  for await (const raw of readEvents(body)) {
    if (isChatEvent(raw)) yield { event: raw.event, data: JSON.parse(raw.data) as unknown } as ChatEvent;
  }
}

function isChatEvent(raw: ServerSentEvent): raw is ServerSentEvent & { event: ChatEvent["event"] } {
  return NAMES.has(raw.event);
}
