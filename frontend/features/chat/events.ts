// What the server says during a chat turn, as typed events.
import type { Problem, ToolCard } from "@/lib/api/types";
import { readEvents, type ServerSentEvent } from "@/lib/server-sent-events";
import type { Approval, Notice, Usage } from "./contract";

export interface ToolCall {
  id: string;
  name: string;
}

interface Done {
  message_id: string;
  model?: string | null;
  change_group?: string | null;
  usage?: Usage | null;
}

export type ChatEvent =
  | { event: "conversation"; data: { id: string; title: string } }
  | { event: "text"; data: { delta: string } }
  | { event: "tool_call"; data: ToolCall }
  | { event: "tool_card"; data: ToolCard }
  | { event: "approval"; data: Approval }
  /** The built-in assistant answers in place of the model. */
  | { event: "notice"; data: Notice }
  | { event: "error"; data: Problem }
  | { event: "done"; data: Done };

const NAMES: ReadonlySet<string> = new Set([
  "conversation",
  "text",
  "tool_call",
  "tool_card",
  "approval",
  "notice",
  "error",
  "done",
]);

/** Events of a turn in order. Kinds that are not known here are passed over: the server may be newer than the page. */
export async function* readChatEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<ChatEvent> {
  for await (const raw of readEvents(body)) {
    if (isChatEvent(raw)) yield { event: raw.event, data: JSON.parse(raw.data) as unknown } as ChatEvent;
  }
}

function isChatEvent(raw: ServerSentEvent): raw is ServerSentEvent & { event: ChatEvent["event"] } {
  return NAMES.has(raw.event);
}
