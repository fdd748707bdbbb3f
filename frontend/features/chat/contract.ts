// What the chat speaks of beyond the generated types: approvals, notices, what an answer was made with.
import type { Task, ToolCard } from "@/lib/api/types";

export interface Approval {
  id: string;
  tool: string;
  title: string;
  /** Exactly these are changed, and only when the person approves. */
  tasks: Task[];
  status: "pending" | "approved" | "rejected" | "expired";
}

export interface Usage {
  input_tokens: number;
  output_tokens: number;
}

export interface Notice {
  kind: string;
  detail: string;
}

/** How an answer came about. */
export interface AnswerDetails {
  approval?: Approval | null;
  model?: string | null;
  /** Undoes all that the answer changed. */
  change_group?: string | null;
  usage?: Usage | null;
  undone?: boolean;
  /** How it ended; left out while it is under way. */
  state?: "running" | "done" | "stopped" | "failed";
}

export interface ChatMessage extends AnswerDetails {
  id: string;
  role: "user" | "assistant";
  text: string;
  cards: ToolCard[];
  created_at: string;
}

export interface AssistantInfo {
  model: string;
  usage: {
    tokens_today: number;
    token_limit: number | null;
    seconds_today: number;
    second_limit: number | null;
  };
  suggestions: string[];
}

/** The assistant that needs no model is named so. */
export const BUILT_IN = "built-in";
