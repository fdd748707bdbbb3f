// What people do with their conversations as such.
import { type UseMutationResult, useMutation, useQueryClient } from "@tanstack/react-query";
import { useAnnounce } from "@/features/changes/undo";
import { api, read } from "@/lib/api/client";

export interface Renaming {
  id: string;
  title: string;
}

export function useRenameConversation(): UseMutationResult<unknown, Error, Renaming> {
  const client = useQueryClient();
  const announce = useAnnounce();
  return useMutation({
    mutationFn: ({ id, title }) =>
      read(
        api.PATCH("/api/conversations/{conversation_id}", { params: { path: { conversation_id: id } }, body: { title } }),
      ),
    onError: announce.failed,
    onSettled: () => client.invalidateQueries({ queryKey: ["conversations", "list"] }),
  });
}

export function useDeleteConversation(): UseMutationResult<unknown, Error, string> {
  const client = useQueryClient();
  const announce = useAnnounce();
  return useMutation({
    mutationFn: (id) =>
      read(api.DELETE("/api/conversations/{conversation_id}", { params: { path: { conversation_id: id } } })),
    onError: announce.failed,
    onSettled: () => client.invalidateQueries({ queryKey: ["conversations", "list"] }),
  });
}
