// A turn that has ended, as the two messages that the server keeps of it. Pure but for their ids.
import type { ChatMessage } from "@/lib/api/types";
import { uuidv7 } from "@/lib/uuid";
import type { Turn } from "./turn";

export function toMessages(turn: Turn): ChatMessage[] {
  const created_at = new Date().toISOString();
  const said: ChatMessage = { id: uuidv7(), role: "user", text: turn.said, cards: [], created_at };
  const answer: ChatMessage = { id: uuidv7(), role: "assistant", text: turn.text, cards: turn.cards, created_at };
  return turn.text === "" && turn.cards.length === 0 ? [said] : [said, answer];
}
