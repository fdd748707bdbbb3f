// Where somebody is signed in, and which programs may act for them.
import { type UseMutationResult, useMutation, useQuery, useQueryClient, type UseQueryResult } from "@tanstack/react-query";
import { useAnnounce } from "@/features/changes/undo";
import { api, read } from "@/lib/api/client";
import type { AccessToken, NewAccessToken, NewToken, Session } from "@/lib/api/types";
import { sessionsOptions, tokensOptions } from "./access-queries";

export function useSessions(): UseQueryResult<Session[]> {
  return useQuery(sessionsOptions());
}

export function useTokens(): UseQueryResult<AccessToken[]> {
  return useQuery(tokensOptions());
}

/** One session, or with null all but this one. */
export function useEndSession(): UseMutationResult<unknown, Error, string | null> {
  return useRemoval("sessions", (id: string | null) =>
    id === null
      ? read(api.DELETE("/api/auth/sessions"))
      : read(api.DELETE("/api/auth/sessions/{session_id}", { params: { path: { session_id: id } } })),
  );
}

export function useRevokeToken(): UseMutationResult<unknown, Error, string> {
  return useRemoval("tokens", (id: string) =>
    read(api.DELETE("/api/tokens/{token_id}", { params: { path: { token_id: id } } })),
  );
}

function useRemoval<Input>(key: string, remove: (id: Input) => Promise<unknown>): UseMutationResult<unknown, Error, Input> {
  const client = useQueryClient();
  const announce = useAnnounce();
  return useMutation({
    mutationFn: remove,
    onError: announce.failed,
    onSettled: () => client.invalidateQueries({ queryKey: [key] }),
  });
}

export function useCreateToken(): UseMutationResult<NewAccessToken, Error, NewToken> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body) => read(api.POST("/api/tokens", { body })),
    onSettled: () => client.invalidateQueries({ queryKey: ["tokens"] }),
  });
}
