// A turn that has ended, as the messages that the server keeps of it. Pure but for their ids.
import { uuidv7 } from "@/lib/uuid";
import type { ChatMessage } from "./contract";
import type { Turn } from "./turn";

export function toMessages(turn: Turn): ChatMessage[] {
  const created_at = new Date().toISOString();
  const said: ChatMessage[] =
    turn.said === null ? [] : [{ id: uuidv7(), role: "user", text: turn.said, cards: [], created_at }];
  if (turn.text === "" && turn.cards.length === 0 && turn.approval === null) return said;
  const { text, cards, approval, model, usage, changeGroup: change_group, status: state } = turn;
  return [...said, { id: uuidv7(), role: "assistant", text, cards, approval, model, usage, change_group, state, created_at }];
}

/** An approval as it stands now, wherever it is. */
export function withDecision(
  messages: readonly ChatMessage[],
  id: string,
  status: "approved" | "rejected" | "expired" | "pending",
): ChatMessage[] {
  return messages.map((message) =>
    message.approval?.id === id ? { ...message, approval: { ...message.approval, status } } : message,
  );
}

/** The messages before the last thing said, and what that was: from there an answer is tried again. */
export function beforeLastSaid(messages: readonly ChatMessage[]): { kept: ChatMessage[]; said: string | null } {
  const index = messages.findLastIndex(({ role }) => role === "user");
  return index === -1 ? { kept: [...messages], said: null } : { kept: messages.slice(0, index), said: messages[index]?.text ?? null };
}
