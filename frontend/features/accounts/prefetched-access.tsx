// Hands the settings who has access together with the page: lists that came later would push away what stands below them.
// When that fails, the page asks again and tells.
import "server-only";
import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { JSX, ReactNode } from "react";
import { serverApi } from "@/lib/api/server";
import { createQueryClient } from "@/lib/query-client";
import { sessionsOptions, tokensOptions } from "./access-queries";

export async function PrefetchedAccess({ children }: { children: ReactNode }): Promise<JSX.Element> {
  const client = createQueryClient();
  const api = await serverApi();
  const sessions = client.query({ ...sessionsOptions(api), retry: false });
  const tokens = client.query({ ...tokensOptions(api), retry: false });
  await Promise.allSettled([sessions, tokens]);
  return <HydrationBoundary state={dehydrate(client)}>{children}</HydrationBoundary>;
}
