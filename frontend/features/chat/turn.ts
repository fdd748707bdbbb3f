// One turn of the conversation as it grows: a reducer over the server's events. Pure.
import type { Problem, ToolCard } from "@/lib/api/types";
import type { Approval, Notice, Usage } from "./contract";
import type { ChatEvent, ToolCall } from "./events";

export interface Turn {
  /** Null when it goes on from a decision instead of something said. */
  said: string | null;
  text: string;
  /** Tools under way; a call gives way to its card. */
  calls: ToolCall[];
  cards: ToolCard[];
  /** What the answer asks before it is done. */
  approval: Approval | null;
  notice: Notice | null;
  status: "running" | "done" | "stopped" | "failed";
  problem: Problem | null;
  /** The server has taken it on: from then on it can be tried again there. */
  taken: boolean;
  model: string | null;
  changeGroup: string | null;
  usage: Usage | null;
}

export interface ChatState {
  /** Null until the server has opened one. */
  conversationId: string | null;
  /** Null as long as it is not known. */
  title: string | null;
  turn: Turn | null;
}

export type ChatAction =
  | { type: "open"; conversationId: string | null; title: string | null }
  | { type: "rename"; title: string }
  | { type: "say"; message: string | null }
  | { type: "event"; event: ChatEvent }
  /** The answer begins once more. */
  | { type: "anew" }
  | { type: "stop" }
  | { type: "fail"; problem: Problem };

export function chatReducer(state: ChatState, action: ChatAction): ChatState {
  switch (action.type) {
    case "open":
      return { conversationId: action.conversationId, title: action.title, turn: null };
    case "rename":
      return { ...state, title: action.title };
    case "say":
      return { ...state, turn: startTurn(action.message) };
    case "event":
      return withEvent(state, action.event);
    case "anew":
      return withTurn(state, { ...startTurn(state.turn?.said ?? null), taken: true });
    case "stop":
      return withTurn(state, { status: "stopped", calls: [] });
    case "fail":
      return withTurn(state, { status: "failed", calls: [], problem: action.problem });
  }
}

function startTurn(said: string | null): Turn {
  return {
    said,
    text: "",
    calls: [],
    cards: [],
    approval: null,
    notice: null,
    status: "running",
    problem: null,
    taken: false,
    model: null,
    changeGroup: null,
    usage: null,
  };
}

function withEvent(state: ChatState, { event, data }: ChatEvent): ChatState {
  if (state.turn === null) return state;
  switch (event) {
    case "conversation":
      return withTurn({ ...state, conversationId: data.id, title: data.title }, { taken: true });
    case "text":
      return withTurn(state, { text: state.turn.text + data.delta });
    case "tool_call":
      return withTurn(state, { calls: [...state.turn.calls, data] });
    case "tool_card":
      return withTurn(state, {
        calls: state.turn.calls.filter((call) => call.id !== data.id),
        cards: [...state.turn.cards, data],
      });
    case "approval":
      // Those decided are of earlier answers.
      return data.status === "pending" ? withTurn(state, { approval: data, calls: [] }) : state;
    case "notice":
      return withTurn(state, { notice: data });
    case "error":
      return withTurn(state, { status: "failed", calls: [], problem: data });
    case "done": {
      const { model = null, change_group: changeGroup = null, usage = null } = data;
      return withTurn(state, { status: "done", calls: [], model, changeGroup, usage });
    }
  }
}

function withTurn(state: ChatState, change: Partial<Turn>): ChatState {
  return state.turn === null ? state : { ...state, turn: { ...state.turn, ...change } };
}
