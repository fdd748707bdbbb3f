import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import { cookies } from "next/headers";
import type { JSX, ReactNode } from "react";
import { AppProviders } from "@/features/shell/app-providers";
import { AppShell } from "@/features/shell/app-shell";
import { taskListOptions, todayFilter } from "@/features/tasks/queries";
import { readOrSignIn, serverApi } from "@/lib/api/server";
import { currentUser } from "@/lib/api/server-clock";
import { wallClock } from "@/lib/dates";
import { CHAT_COOKIE, toChatOpen } from "@/lib/preferences";
import { createQueryClient } from "@/lib/query-client";

/** Everything for signed-in people: who they are and their projects, then the frame of the app. */
export default async function AppLayout({ children }: { children: ReactNode }): Promise<JSX.Element> {
  const api = await serverApi();
  const now = new Date();
  const [me, projects, jar] = await Promise.all([
    currentUser(),
    readOrSignIn(api.GET("/api/projects")),
    cookies(),
  ]);
  const client = createQueryClient();
  client.setQueryData(["me"], me);
  client.setQueryData(["projects"], projects.items);
  const today = taskListOptions(todayFilter(wallClock(now, me.time_zone).day), api);
  // The count in the navigation; without it the page asks again by itself.
  await client.infiniteQuery({ ...today, retry: false }).catch(() => undefined);
  return (
    <AppProviders>
      <HydrationBoundary state={dehydrate(client)}>
        <AppShell startedAt={now.toISOString()} chatOpen={toChatOpen(jar.get(CHAT_COOKIE)?.value)}>
          {children}
        </AppShell>
      </HydrationBoundary>
    </AppProviders>
  );
}
