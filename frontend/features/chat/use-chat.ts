"use client";
// The conversation that is open: what was said in it, the turn under way, and what one can do.
import { type QueryClient, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useReducer, useRef } from "react";
import { refreshAfterChange } from "@/features/changes/refresh";
import { brokenOff, ProblemError, unreachable } from "@/lib/api/problem";
import type { ChatMessage, Problem } from "@/lib/api/types";
import type { ChatEvent } from "./events";
import { latestConversationOptions, messagesOptions } from "./queries";
import { sendMessage } from "./send-message";
import { chatReducer, type ChatState, type Turn } from "./turn";
import { toMessages } from "./turn-messages";

export interface Chat {
  messages: ChatMessage[];
  turn: Turn | null;
  status: "loading" | "failed" | "ready";
  error: Error | null;
  reload: () => void;
  say: (message: string) => void;
  stop: () => void;
  /** Says the last message of a failed turn again. */
  retry: () => void;
  startNew: () => void;
}

export function useChat(): Chat {
  const client = useQueryClient();
  const [state, dispatch] = useReducer(chatReducer, client, openAtFirst);
  const history = useHistory(state.conversationId, (conversationId) => dispatch({ type: "open", conversationId }));
  const abort = useRef<AbortController | null>(null);

  const { mutate: run } = useMutation({
    mutationKey: ["chat"],
    mutationFn: async (message: string) => {
      keepTurn(client, state.conversationId, state.turn);
      dispatch({ type: "say", message });
      const controller = new AbortController();
      abort.current = controller;
      const events = sendMessage({ message, conversationId: state.conversationId, signal: controller.signal });
      const finished = await follow(client, events, (event) => {
        // A conversation that has just been opened has no earlier messages to ask for.
        if (event.event === "conversation" && state.conversationId === null) {
          client.setQueryData(messagesOptions(event.data.id).queryKey, []);
        }
        dispatch({ type: "event", event });
      });
      if (!finished) throw brokenOff();
    },
    onError: (error) => {
      if (abort.current?.signal.aborted) dispatch({ type: "stop" });
      else dispatch({ type: "fail", problem: problemOf(error) });
    },
  });
  const stop = useCallback(() => abort.current?.abort(), []);
  const said = state.turn?.said;
  return {
    ...history,
    turn: state.turn,
    say: run,
    stop,
    retry: () => said !== undefined && run(said),
    startNew: () => {
      stop();
      dispatch({ type: "open", conversationId: null });
    },
  };
}

type History = Pick<Chat, "messages" | "status" | "error" | "reload">;

/** The conversation used last, when the server has sent it along with the page. */
function openAtFirst(client: QueryClient): ChatState {
  return { conversationId: client.getQueryData(latestConversationOptions().queryKey) ?? null, turn: null };
}

/** What was said before. When the page came without it, the conversation used last is opened once it is known. */
function useHistory(conversationId: string | null, open: (id: string) => void): History {
  const latest = useQuery(latestConversationOptions());
  const messages = useQuery(messagesOptions(conversationId));
  const found = latest.data;
  const opened = useRef(found !== undefined);
  useEffect(() => {
    if (opened.current || found === undefined) return;
    opened.current = true;
    if (found !== null) open(found);
  }, [found, open]);
  const failed = latest.error ?? messages.error;
  const loading = latest.isPending || (conversationId !== null && messages.isPending);
  return {
    messages: messages.data ?? [],
    status: failed !== null ? "failed" : loading ? "loading" : "ready",
    error: failed,
    reload: () => void (latest.error !== null ? latest.refetch() : messages.refetch()),
  };
}

/** Passes events on until the turn ends; false when the stream ended without saying so. */
async function follow(
  client: QueryClient,
  events: AsyncIterable<ChatEvent>,
  onEvent: (event: ChatEvent) => void,
): Promise<boolean> {
  for await (const event of events) {
    onEvent(event);
    // Lists beside the chat show what it changed at once, not when it has finished talking.
    if (event.event === "tool_card" && event.data.change_group != null) refreshAfterChange(client, 0);
    if (event.event === "done" || event.event === "error") return true;
  }
  return false;
}

/** Puts a turn that has ended among the messages, so that the next one can take its place. */
function keepTurn(client: QueryClient, conversationId: string | null, turn: Turn | null): void {
  if (conversationId === null || turn === null) return;
  const { queryKey } = messagesOptions(conversationId);
  client.setQueryData(queryKey, (all) => [...(all ?? []), ...toMessages(turn)]);
}

function problemOf(error: Error): Problem {
  return error instanceof ProblemError ? error.problem : unreachable().problem;
}
