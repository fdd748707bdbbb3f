// What the server says of a filter while it is typed: which tasks it finds, or where it can't be read.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api, read } from "@/lib/api/client";
import { describeProblem, ProblemError } from "@/lib/api/problem";
import type { Task } from "@/lib/api/types";
import { useTexts } from "@/lib/texts/texts-provider";
import type { Texts } from "@/lib/texts/translate";
import { useDebounced } from "@/lib/use-debounced";

export interface FilterTrouble {
  message: string;
  /** In UTF-16 code units. */
  start: number;
  end: number;
  /** What to write there instead, if there is a good guess. */
  suggestion: string | null;
}

export interface FilterCheck {
  found: Task[] | null;
  /** There are more than those. */
  more: boolean;
  trouble: FilterTrouble | null;
}

const DELAY_MS = 200;
const SHOWN = 5;

export function useFilterCheck(text: string): FilterCheck {
  const texts = useTexts();
  const settled = useDebounced(text, DELAY_MS);
  const query = useQuery({
    queryKey: ["filter-check", settled],
    queryFn: ({ signal }) =>
      read(api.GET("/api/tasks", { params: { query: { filter: settled, limit: SHOWN } }, signal })),
    enabled: settled.trim() !== "",
    placeholderData: keepPreviousData,
    gcTime: 10_000,
    retry: false,
  });
  if (settled.trim() === "" || text !== settled) return { found: null, more: false, trouble: null };
  if (query.error !== null) return { found: null, more: false, trouble: troubleOf(query.error, texts) };
  const page = query.isPlaceholderData ? undefined : query.data;
  return { found: page?.items ?? null, more: page?.next_cursor != null, trouble: null };
}

/** Null when it was not the filter that failed. */
export function troubleOf(error: unknown, texts: Pick<Texts, "t" | "has">): FilterTrouble | null {
  if (!(error instanceof ProblemError) || error.slug !== "invalid-filter") return null;
  // Members of this type alone, which the description of problems in general leaves out.
  const { position, suggestion } = error.problem as { position?: { start: number; end: number }; suggestion?: string | null };
  const place = position ?? { start: 0, end: 0 };
  return { message: describeProblem(error.problem, texts), ...place, suggestion: suggestion ?? null };
}
