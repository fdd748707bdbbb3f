// Lists of tasks, page by page.
import {
  type InfiniteData,
  infiniteQueryOptions,
  keepPreviousData,
  useInfiniteQuery,
  useQuery,
  type UseQueryResult,
} from "@tanstack/react-query";
import { useMemo } from "react";
import { type Api, api, read } from "@/lib/api/client";
import type { QuickAddPreview, Task, TaskPage } from "@/lib/api/types";
import { addDays, type Day } from "@/lib/dates";
import { useDebounced } from "@/lib/use-debounced";
import { keepTasks } from "./kept-tasks";
import type { InHand } from "./quick-add-lines";
import type { Stretch } from "./quick-add-rejected";

/** All tasks that hold, by due date; with a `view` those of one thing, in the order that the server gives them. */
export interface TaskFilter {
  view?: "project" | "label" | "filter" | "completed";
  /** Of what the view is of. */
  of?: string;
  /** In the language of filters. */
  filter?: string;
  project_id?: string;
  due_from?: Day;
  due_until?: Day;
  done?: boolean;
}

export type TaskListKey = readonly ["tasks", "list", TaskFilter];
export type TaskListData = InfiniteData<TaskPage, string | undefined>;

const PAGE_SIZE = 100;
const PREVIEW_DELAY_MS = 120;

/** Overdue and due today. */
export const todayFilter = (today: Day): TaskFilter => ({ due_until: today });
export const upcomingFilter = (today: Day): TaskFilter => ({ due_from: addDays(today, 1) });
export const projectFilter = (id: string): TaskFilter => ({ project_id: id });
/** A project's open tasks in manual order, section by section. */
export const outlineFilter = (id: string): TaskFilter => ({ view: "project", of: id });
export const labelFilter = (id: string): TaskFilter => ({ view: "label", of: id });
export const savedFilter = (id: string): TaskFilter => ({ view: "filter", of: id });
export const completedFilter: TaskFilter = { view: "completed" };
export const doneFilter = (filter: TaskFilter): TaskFilter => ({ ...filter, done: true });

// The return type is the library's own, with this list's types filled in.
// eslint-disable-next-line @typescript-eslint/explicit-module-boundary-types
export function taskListOptions(filter: TaskFilter, client: Api = api) {
  return infiniteQueryOptions({
    queryKey: ["tasks", "list", filter] as TaskListKey,
    queryFn: ({ pageParam, signal }): Promise<TaskPage> => {
      const page = { limit: PAGE_SIZE, ...(pageParam === undefined ? {} : { cursor: pageParam }) };
      return fetchPage(client, filter, page, signal);
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    structuralSharing: (before, after) => keepTasks(before as TaskListData | undefined, after as TaskListData),
  });
}

interface PageQuery {
  limit: number;
  cursor?: string;
}

function fetchPage(client: Api, filter: TaskFilter, page: PageQuery, signal: AbortSignal): Promise<TaskPage> {
  const { view, of: id = "", ...wanted } = filter;
  const query = page;
  switch (view) {
    case "project":
      return read(client.GET("/api/views/projects/{project_id}", { params: { path: { project_id: id }, query }, signal }));
    case "label":
      return read(client.GET("/api/views/labels/{label_id}", { params: { path: { label_id: id }, query }, signal }));
    case "filter":
      return read(client.GET("/api/filters/{filter_id}/tasks", { params: { path: { filter_id: id }, query }, signal }));
    case "completed":
      return read(client.GET("/api/views/completed", { params: { query }, signal }));
    default:
      return read(client.GET("/api/tasks", { params: { query: { ...wanted, ...page } }, signal }));
  }
}

export interface TaskListState {
  tasks: Task[];
  status: "pending" | "error" | "success";
  error: Error | null;
  retry: () => void;
  /** Null when all are there. */
  showMore: (() => void) | null;
  loadingMore: boolean;
}

export function useTaskList(filter: TaskFilter, enabled = true): TaskListState {
  const query = useInfiniteQuery({ ...taskListOptions(filter), enabled });
  const tasks = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  return {
    tasks,
    // What is there is shown, also when asking for it again has failed.
    status: query.data === undefined ? query.status : "success",
    error: query.error,
    retry: () => void query.refetch(),
    showMore: query.hasNextPage ? () => void query.fetchNextPage() : null,
    loadingMore: query.isFetchingNextPage,
  };
}

/** What the server's grammar makes of a line while it is typed; answers to earlier texts are dropped. */
export function useQuickAddPreview(
  text: string,
  { projectId, day }: InHand,
  rejected: readonly Stretch[],
): UseQueryResult<QuickAddPreview> {
  const settled = useDebounced(text, PREVIEW_DELAY_MS);
  // What was put back has its place in the text as it is now, which the settled one may not be yet.
  const putBack = settled === text ? rejected : [];
  return useQuery({
    queryKey: ["quick-add-preview", settled, projectId, day, putBack],
    queryFn: ({ signal }) => {
      const body = { text: settled, project_id: projectId, rejected: [...putBack], ...(day === undefined ? {} : { due_date: day }) };
      return read(api.POST("/api/quick-add/preview", { body, signal }));
    },
    enabled: settled.trim() !== "",
    placeholderData: keepPreviousData,
    gcTime: 10_000,
    retry: false,
  });
}
