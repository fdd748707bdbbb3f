// Conversations and their messages.
import { queryOptions, useQuery, type UseQueryResult } from "@tanstack/react-query";
import { api, read } from "@/lib/api/client";
import type { ChatMessage } from "@/lib/api/types";

/** The conversation used last; null when there is none yet. */
export const latestConversation = queryOptions({
  queryKey: ["conversations", "latest"],
  queryFn: async (): Promise<string | null> => {
    const page = await read(api.GET("/api/conversations", { params: { query: { limit: 1 } } }));
    return page.items[0]?.id ?? null;
  },
  // From then on the page itself knows which one is open.
  staleTime: Infinity,
});

export function useMessages(conversationId: string | null): UseQueryResult<ChatMessage[]> {
  return useQuery({
    queryKey: messagesKey(conversationId),
    queryFn: async () => {
      const path = { conversation_id: conversationId ?? "" };
      return (await read(api.GET("/api/conversations/{conversation_id}/messages", { params: { path } }))).items;
    },
    enabled: conversationId !== null,
    staleTime: Infinity,
  });
}

export function messagesKey(conversationId: string | null): readonly ["messages", string | null] {
  return ["messages", conversationId];
}
