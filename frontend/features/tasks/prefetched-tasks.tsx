// Hands a page its first list of tasks together with the page itself. When that fails, the page asks again and tells.
import "server-only";
import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { JSX, ReactNode } from "react";
import { sectionsOptions } from "@/features/sections/queries";
import { serverApi } from "@/lib/api/server";
import { createQueryClient } from "@/lib/query-client";
import { type TaskFilter, taskListOptions } from "./queries";

interface PrefetchedTasksProps {
  filter: TaskFilter;
  /** The project whose sections come along. */
  sectionsOf?: string;
  children: ReactNode;
}

export async function PrefetchedTasks({ filter, sectionsOf, children }: PrefetchedTasksProps): Promise<JSX.Element> {
  const client = createQueryClient();
  const api = await serverApi();
  const tasks = client.infiniteQuery({ ...taskListOptions(filter, api), retry: false });
  const sections =
    sectionsOf === undefined ? undefined : client.query({ ...sectionsOptions(sectionsOf, api), retry: false });
  await Promise.allSettled([tasks, sections]);
  return <HydrationBoundary state={dehydrate(client)}>{children}</HydrationBoundary>;
}
