// Conversations and their messages, and what is known of the assistant.
import { queryOptions, useQuery, type UseQueryResult } from "@tanstack/react-query";
import { type Api, api, read } from "@/lib/api/client";
import type { Conversation } from "@/lib/api/types";
import type { AssistantInfo, ChatMessage } from "./contract";

type ConversationId = string | null;

// The return types are the library's own, with these queries' types filled in.
/* eslint-disable @typescript-eslint/explicit-module-boundary-types */

/** The conversation used last; null when there is none yet. */
export function latestConversationOptions(client: Api = api) {
  return queryOptions({
    queryKey: ["conversations", "latest"],
    queryFn: async (): Promise<Pick<Conversation, "id" | "title"> | null> => {
      const page = await read(client.GET("/api/conversations", { params: { query: { limit: 1 } } }));
      return page.items[0] ?? null;
    },
    // From then on the page itself knows which one is open.
    staleTime: Infinity,
  });
}

export function messagesOptions(conversationId: ConversationId, client: Api = api) {
  return queryOptions({
    queryKey: ["messages", conversationId],
    queryFn: async (): Promise<ChatMessage[]> => {
      const path = { conversation_id: conversationId ?? "" };
      return (await read(client.GET("/api/conversations/{conversation_id}/messages", { params: { path } }))).items;
    },
    enabled: conversationId !== null,
    staleTime: Infinity,
  });
}

/* eslint-enable */

/** The conversations in which these words were said, most recently used first; all without words. */
export function useConversations(text: string): UseQueryResult<Conversation[]> {
  return useQuery({
    queryKey: ["conversations", "list", text],
    queryFn: async () => {
      const query = { limit: 50, ...(text === "" ? {} : { text }) };
      return (await read(api.GET("/api/conversations", { params: { query } }))).items;
    },
    staleTime: 0,
    placeholderData: (before) => before,
  });
}

/** Which model answers, what it has cost today, and what fits the day; without an answer one does without. */
export function useAssistant(): AssistantInfo | undefined {
  return useQuery({
    queryKey: ["assistant"],
    queryFn: () => read(api.GET("/api/assistant")),
    staleTime: 60_000,
    retry: false,
  }).data;
}
