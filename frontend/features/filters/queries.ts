// The person's saved filters, and how many tasks views, labels and filters have.
import { queryOptions, useQuery } from "@tanstack/react-query";
import { type Api, api, read } from "@/lib/api/client";
import type { Counts, SavedFilter } from "@/lib/api/types";

// The return type is the library's own.
// eslint-disable-next-line @typescript-eslint/explicit-module-boundary-types
export function filtersOptions(client: Api = api) {
  return queryOptions({
    queryKey: ["filters"],
    queryFn: async ({ signal }) => (await read(client.GET("/api/filters", { signal }))).items,
  });
}

const NONE: SavedFilter[] = [];

/** None until they are there. */
export function useFilters(): SavedFilter[] {
  return useQuery(filtersOptions()).data ?? NONE;
}

/** Undefined until they are there. `wanted` false asks nothing. */
export function useCounts(wanted: boolean): Counts | undefined {
  const queryFn = ({ signal }: { signal: AbortSignal }): Promise<Counts> => read(api.GET("/api/counts", { signal }));
  return useQuery({ queryKey: ["counts"], queryFn, enabled: wanted }).data;
}
