// Conversations and their messages.
import { queryOptions } from "@tanstack/react-query";
import { type Api, api, read } from "@/lib/api/client";
import type { ChatMessage } from "@/lib/api/types";

type ConversationId = string | null;

// The return types are the library's own, with these queries' types filled in.
/* eslint-disable @typescript-eslint/explicit-module-boundary-types */

/** The conversation used last; null when there is none yet. */
export function latestConversationOptions(client: Api = api) {
  return queryOptions({
    queryKey: ["conversations", "latest"],
    queryFn: async (): Promise<ConversationId> => {
      const page = await read(client.GET("/api/conversations", { params: { query: { limit: 1 } } }));
      return page.items[0]?.id ?? null;
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
