// What is asked for by the server as well: where somebody is signed in, and which programs may act for them.
import { queryOptions } from "@tanstack/react-query";
import { type Api, api, read } from "@/lib/api/client";

// The return types are the library's own.
/* eslint-disable @typescript-eslint/explicit-module-boundary-types */

export function sessionsOptions(client: Api = api) {
  return queryOptions({
    queryKey: ["sessions"],
    queryFn: async () => (await read(client.GET("/api/auth/sessions"))).items,
  });
}

export function tokensOptions(client: Api = api) {
  return queryOptions({
    queryKey: ["tokens"],
    queryFn: async () => (await read(client.GET("/api/tokens"))).items,
  });
}
