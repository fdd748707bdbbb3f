// The signed-in person.
import { queryOptions, useSuspenseQuery } from "@tanstack/react-query";
import { api, read } from "@/lib/api/client";
import type { User } from "@/lib/api/types";

const meOptions = queryOptions({
  queryKey: ["me"],
  queryFn: () => read(api.GET("/api/auth/me")),
  staleTime: 5 * 60_000,
});

/** Pages for signed-in people are handed this by the server, so it is always there. */
export function useMe(): User {
  return useSuspenseQuery(meOptions).data;
}
