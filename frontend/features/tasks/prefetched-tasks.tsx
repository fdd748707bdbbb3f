// Hands a page its first list of tasks together with the page itself. When that fails, the page asks again and tells.
import "server-only";
import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { JSX, ReactNode } from "react";
import { serverApi } from "@/lib/api/server";
import { createQueryClient } from "@/lib/query-client";
import { type TaskFilter, taskListOptions } from "./queries";

interface PrefetchedTasksProps {
  filter: TaskFilter;
  children: ReactNode;
}

export async function PrefetchedTasks({ filter, children }: PrefetchedTasksProps): Promise<JSX.Element> {
  const client = createQueryClient();
  const options = taskListOptions(filter, await serverApi());
  await client.infiniteQuery({ ...options, retry: false }).catch(() => undefined);
  return <HydrationBoundary state={dehydrate(client)}>{children}</HydrationBoundary>;
}
