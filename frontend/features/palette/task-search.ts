// Tasks whose title or notes hold a text, open ones first.
import { keepPreviousData, useQuery, type UseQueryResult } from "@tanstack/react-query";
import { api, read } from "@/lib/api/client";
import type { Task } from "@/lib/api/types";
import { useDebounced } from "@/lib/use-debounced";

const DELAY_MS = 120;
const OPEN_SHOWN = 8;
const DONE_SHOWN = 4;

export function useTaskSearch(text: string): UseQueryResult<Task[]> {
  const settled = useDebounced(text.trim(), DELAY_MS);
  return useQuery({
    queryKey: ["tasks", "search", settled],
    queryFn: async ({ signal }) => {
      const page = (done: boolean, limit: number): Promise<{ items: Task[] }> =>
        read(api.GET("/api/tasks", { params: { query: { text: settled, done, limit } }, signal }));
      const [open, done] = await Promise.all([page(false, OPEN_SHOWN), page(true, DONE_SHOWN)]);
      return [...open.items, ...done.items];
    },
    enabled: settled !== "",
    placeholderData: keepPreviousData,
    gcTime: 10_000,
    retry: false,
  });
}
