// Where somebody is signed in, and which programs may act for them.
import { type UseMutationResult, useMutation, useQuery, useQueryClient, type UseQueryResult } from "@tanstack/react-query";
import { useAnnounce } from "@/features/changes/undo";
import { ask } from "@/lib/api/untyped";

export interface Session {
  id: string;
  created_at: string;
  last_used_at: string | null;
  user_agent: string | null;
  current: boolean;
}

export type Scope = "read" | "write";

export interface AccessToken {
  id: string;
  name: string;
  scopes: Scope[];
  created_at: string;
  expires_at: string | null;
  last_used_at: string | null;
  /** The program that got it with the person's consent; null for one they made themselves. */
  client: string | null;
}

export interface NewToken {
  name: string;
  scopes: Scope[];
  expires_in_days: number | null;
}

export function useSessions(): UseQueryResult<Session[]> {
  return useQuery({
    queryKey: ["sessions"],
    queryFn: async () => (await ask<{ items: Session[] }>("GET", "/api/auth/sessions")).items,
  });
}

export function useTokens(): UseQueryResult<AccessToken[]> {
  return useQuery({
    queryKey: ["tokens"],
    queryFn: async () => (await ask<{ items: AccessToken[] }>("GET", "/api/tokens")).items,
  });
}

/** One session, or with null all but this one. */
export function useEndSession(): UseMutationResult<unknown, Error, string | null> {
  return useRemoval("sessions", (id) => (id === null ? "/api/auth/sessions" : `/api/auth/sessions/${id}`));
}

export function useRevokeToken(): UseMutationResult<unknown, Error, string> {
  return useRemoval("tokens", (id) => `/api/tokens/${id}`);
}

function useRemoval<Input extends string | null>(key: string, pathOf: (id: Input) => string): UseMutationResult<unknown, Error, Input> {
  const client = useQueryClient();
  const announce = useAnnounce();
  return useMutation({
    mutationFn: (id: Input) => ask("DELETE", pathOf(id)),
    onError: announce.failed,
    onSettled: () => client.invalidateQueries({ queryKey: [key] }),
  });
}

export function useCreateToken(): UseMutationResult<AccessToken & { token: string }, Error, NewToken> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body) => ask<AccessToken & { token: string }>("POST", "/api/tokens", { body }),
    onSettled: () => client.invalidateQueries({ queryKey: ["tokens"] }),
  });
}
