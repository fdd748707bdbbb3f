import { dehydrate, HydrationBoundary, type QueryClient } from "@tanstack/react-query";
import { cookies } from "next/headers";
import type { JSX, ReactNode } from "react";
import { latestConversationOptions, messagesOptions } from "@/features/chat/queries";
import { filtersOptions } from "@/features/filters/queries";
import { labelsOptions } from "@/features/labels/queries";
import { AppProviders } from "@/features/shell/app-providers";
import { AppShell } from "@/features/shell/app-shell";
import { taskListOptions, todayFilter } from "@/features/tasks/queries";
import type { Api } from "@/lib/api/client";
import { currentProjects, currentUser } from "@/lib/api/current";
import { serverApi } from "@/lib/api/server";
import { type Day, wallClock } from "@/lib/dates";
import { CHAT_COOKIE, toChatOpen } from "@/lib/preferences";
import { createQueryClient } from "@/lib/query-client";

/** Everything for signed-in people: who they are and their projects, then the frame of the app. */
export default async function AppLayout({ children }: { children: ReactNode }): Promise<JSX.Element> {
  const api = await serverApi();
  const now = new Date();
  const [me, projects, jar] = await Promise.all([currentUser(), currentProjects(), cookies()]);
  const client = createQueryClient();
  client.setQueryData(["me"], me);
  client.setQueryData(["projects"], projects);
  await prefetchBesides(client, api, wallClock(now, me.time_zone).day);
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

/** What stands beside every page: the count of today's tasks, labels, filters, the last conversation. Without it the page asks by itself. */
async function prefetchBesides(client: QueryClient, api: Api, today: Day): Promise<void> {
  const conversation = async (): Promise<void> => {
    const latest = await client.query({ ...latestConversationOptions(api), retry: false });
    if (latest !== null) await client.query({ ...messagesOptions(latest.id, api), retry: false });
  };
  const tasks = client.infiniteQuery({ ...taskListOptions(todayFilter(today), api), retry: false });
  const labels = client.query({ ...labelsOptions(api), retry: false });
  const filters = client.query({ ...filtersOptions(api), retry: false });
  await Promise.allSettled([conversation(), tasks, labels, filters]);
}
