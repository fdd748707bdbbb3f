import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import { cookies } from "next/headers";
import type { JSX, ReactNode } from "react";
import { AppProviders } from "@/features/shell/app-providers";
import { AppShell } from "@/features/shell/app-shell";
import { readOrSignIn, serverApi } from "@/lib/api/server";
import { CHAT_COOKIE, toChatOpen } from "@/lib/preferences";
import { createQueryClient } from "@/lib/query-client";

/** Everything for signed-in people: who they are and their projects, then the frame of the app. */
export default async function AppLayout({ children }: { children: ReactNode }): Promise<JSX.Element> {
  const api = await serverApi();
  const [me, projects, jar] = await Promise.all([
    readOrSignIn(api.GET("/api/auth/me")),
    readOrSignIn(api.GET("/api/projects")),
    cookies(),
  ]);
  const client = createQueryClient();
  client.setQueryData(["me"], me);
  client.setQueryData(["projects"], projects.items);
  return (
    <AppProviders>
      <HydrationBoundary state={dehydrate(client)}>
        <AppShell startedAt={new Date().toISOString()} chatOpen={toChatOpen(jar.get(CHAT_COOKIE)?.value)}>
          {children}
        </AppShell>
      </HydrationBoundary>
    </AppProviders>
  );
}
