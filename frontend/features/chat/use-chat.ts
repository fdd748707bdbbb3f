"use client";
// The conversation that is open: what was said in it, the turn under way, and what one can do.
import { type QueryClient, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useReducer, useRef } from "react";
import { refreshAfterChange } from "@/features/changes/refresh";
import { brokenOff, ProblemError } from "@/lib/api/problem";
import type { Conversation, Problem } from "@/lib/api/types";
import { type AnswerEvent, followAnswer } from "./answer";
import type { Approval, ChatMessage } from "./contract";
import { latestConversationOptions, messagesOptions } from "./queries";
import type { Saying } from "./send-message";
import { chatReducer, type ChatState, type Turn } from "./turn";
import { beforeLastSaid, toMessages, withDecision } from "./turn-messages";

export interface Chat {
  conversationId: string | null;
  title: string | null;
  messages: ChatMessage[];
  turn: Turn | null;
  status: "loading" | "failed" | "ready";
  error: Error | null;
  reload: () => void;
  say: (message: string) => void;
  decide: (approval: Approval, approve: boolean) => void;
  stop: () => void;
  /** Has the last thing said answered anew. */
  retry: () => void;
  startNew: () => void;
  open: (conversation: Pick<Conversation, "id" | "title">) => void;
  renamed: (title: string) => void;
}

export function useChat(): Chat {
  const client = useQueryClient();
  const [state, dispatch] = useReducer(chatReducer, client, openAtFirst);
  const open = useCallback(
    ({ id, title }: Pick<Conversation, "id" | "title">) => dispatch({ type: "open", conversationId: id, title }),
    [],
  );
  const history = useHistory(state.conversationId, open);
  const { run, stop } = useTurns(client, state, dispatch);
  const leaveFor = (act: () => void): void => {
    stop();
    keepTurn(client, state.conversationId, state.turn);
    act();
  };
  return {
    ...history,
    conversationId: state.conversationId,
    title: state.title,
    turn: state.turn,
    say: (message) => run({ message }),
    decide: ({ id }, approve) => run({ approval: { id, approve } }),
    stop,
    retry: () => run({ retry: true }),
    startNew: () => leaveFor(() => dispatch({ type: "open", conversationId: null, title: null })),
    open: (conversation) => leaveFor(() => open(conversation)),
    renamed: (title) => dispatch({ type: "rename", title }),
  };
}

type Dispatch = (action: Parameters<typeof chatReducer>[1]) => void;

function useTurns(client: QueryClient, state: ChatState, dispatch: Dispatch): { run: (saying: Saying) => void; stop: () => void } {
  const abort = useRef<AbortController | null>(null);
  const { conversationId } = state;
  const { mutate: run } = useMutation({
    mutationKey: ["chat"],
    mutationFn: async (saying: Saying) => {
      const sent = begin(client, state, saying, dispatch);
      const controller = new AbortController();
      abort.current = controller;
      const events = followAnswer({ ...sent, conversationId, signal: controller.signal });
      const follows = follow(client, events, (event) => {
        // A conversation that has just been opened has no earlier messages to ask for.
        if (event.event === "conversation" && conversationId === null) {
          client.setQueryData(messagesOptions(event.data.id).queryKey, []);
        }
        if (event.event === "approval") settle(client, conversationId, event.data);
        // Once the person has left for another conversation, this one goes on without being shown.
        if (!controller.signal.aborted) dispatch(event.event === "anew" ? { type: "anew" } : { type: "event", event });
      });
      await follows.catch((error: unknown) => {
        const isShown = abort.current === controller;
        if (isShown) dispatch(controller.signal.aborted ? { type: "stop" } : { type: "fail", problem: problemOf(error) });
        if (!controller.signal.aborted) throw error;
      });
    },
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ["conversations", "list"] });
      void client.invalidateQueries({ queryKey: ["assistant"] });
    },
  });
  return { run, stop: useCallback(() => abort.current?.abort(), []) };
}

/** Makes place for the new turn and shows what begins it. Gives back what to send. */
function begin(client: QueryClient, { conversationId, turn }: ChatState, saying: Saying, dispatch: Dispatch): Saying {
  if (!("retry" in saying)) {
    keepTurn(client, conversationId, turn);
    if ("approval" in saying) {
      changeMessages(client, conversationId, (all) =>
        withDecision(all, saying.approval.id, saying.approval.approve ? "approved" : "rejected"),
      );
    }
    dispatch({ type: "say", message: "message" in saying ? saying.message : null });
    return saying;
  }
  // What the server never took on it can't try again: that is said once more.
  if (turn !== null && !turn.taken && turn.said !== null) {
    dispatch({ type: "say", message: turn.said });
    return { message: turn.said };
  }
  keepTurn(client, conversationId, turn);
  const all = client.getQueryData(messagesOptions(conversationId).queryKey) ?? [];
  const { kept, said } = beforeLastSaid(all);
  changeMessages(client, conversationId, () => kept);
  dispatch({ type: "say", message: said });
  return saying;
}

type History = Pick<Chat, "messages" | "status" | "error" | "reload">;

/** The conversation used last, when the server has sent it along with the page. */
function openAtFirst(client: QueryClient): ChatState {
  const latest = client.getQueryData(latestConversationOptions().queryKey);
  return { conversationId: latest?.id ?? null, title: latest?.title ?? null, turn: null };
}

/** What was said before. When the page came without it, the conversation used last is opened once it is known. */
function useHistory(conversationId: string | null, open: (conversation: Pick<Conversation, "id" | "title">) => void): History {
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

/** Passes events on, and shows in the lists beside the chat what the answer changes. */
async function follow(
  client: QueryClient,
  events: AsyncIterable<AnswerEvent>,
  onEvent: (event: AnswerEvent) => void,
): Promise<void> {
  for await (const event of events) {
    onEvent(event);
    // At once, not when it has finished talking. What is had anew was undone.
    if (event.event === "anew" || (event.event === "tool_card" && event.data.change_group != null)) {
      refreshAfterChange(client, 0);
    }
  }
}

/** Puts a turn that has ended among the messages, so that the next one can take its place. */
function keepTurn(client: QueryClient, conversationId: string | null, turn: Turn | null): void {
  if (turn !== null) changeMessages(client, conversationId, (all) => [...all, ...toMessages(turn)]);
}

function settle(client: QueryClient, conversationId: string | null, { id, status }: Approval): void {
  changeMessages(client, conversationId, (all) => withDecision(all, id, status));
}

function changeMessages(
  client: QueryClient,
  conversationId: string | null,
  change: (all: readonly ChatMessage[]) => ChatMessage[],
): void {
  if (conversationId === null) return;
  client.setQueryData(messagesOptions(conversationId).queryKey, (all) => change(all ?? []));
}

/** Anything else happened while the answer was being read. */
function problemOf(error: unknown): Problem {
  return error instanceof ProblemError ? error.problem : brokenOff().problem;
}
