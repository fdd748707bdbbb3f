// One turn of the conversation as it grows: a reducer over the server's events. Pure.
import type { Problem, ToolCard } from "@/lib/api/types";
import type { ChatEvent, ToolCall } from "./events";

export interface Turn {
  said: string;
  text: string;
  /** Tools under way; a call gives way to its card. */
  calls: ToolCall[];
  cards: ToolCard[];
  status: "running" | "done" | "stopped" | "failed";
  problem: Problem | null;
}

export interface ChatState {
  /** Null until the server has opened one. */
  conversationId: string | null;
  turn: Turn | null;
}

export type ChatAction =
  | { type: "open"; conversationId: string | null }
  | { type: "say"; message: string }
  | { type: "event"; event: ChatEvent }
  | { type: "stop" }
  | { type: "fail"; problem: Problem };

export function chatReducer(state: ChatState, action: ChatAction): ChatState {
  switch (action.type) {
    case "open":
      return { conversationId: action.conversationId, turn: null };
    case "say":
      return { ...state, turn: startTurn(action.message) };
    case "event":
      return withEvent(state, action.event);
    case "stop":
      return withTurn(state, { status: "stopped", calls: [] });
    case "fail":
      return withTurn(state, { status: "failed", calls: [], problem: action.problem });
  }
}

function startTurn(said: string): Turn {
  return { said, text: "", calls: [], cards: [], status: "running", problem: null };
}

function withEvent(state: ChatState, { event, data }: ChatEvent): ChatState {
  if (state.turn === null) return state;
  switch (event) {
    case "conversation":
      return { ...state, conversationId: data.id };
    case "text":
      return withTurn(state, { text: state.turn.text + data.delta });
    case "tool_call":
      return withTurn(state, { calls: [...state.turn.calls, data] });
    case "tool_card":
      return withTurn(state, {
        calls: state.turn.calls.filter((call) => call.id !== data.id),
        cards: [...state.turn.cards, data],
      });
    case "error":
      return withTurn(state, { status: "failed", calls: [], problem: data });
    case "done":
      return withTurn(state, { status: "done", calls: [] });
  }
}

function withTurn(state: ChatState, change: Partial<Turn>): ChatState {
  return state.turn === null ? state : { ...state, turn: { ...state.turn, ...change } };
}
