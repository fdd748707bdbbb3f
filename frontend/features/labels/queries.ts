// The person's labels, in their order.
import { queryOptions, useQuery } from "@tanstack/react-query";
import { type Api, api, read } from "@/lib/api/client";
import type { Label } from "@/lib/api/types";

// The return type is the library's own.
// eslint-disable-next-line @typescript-eslint/explicit-module-boundary-types
export function labelsOptions(client: Api = api) {
  return queryOptions({
    queryKey: ["labels"],
    queryFn: async ({ signal }) => (await read(client.GET("/api/labels", { signal }))).items,
  });
}

const NONE: Label[] = [];

/** None until they are there. */
export function useLabels(): Label[] {
  return useQuery(labelsOptions()).data ?? NONE;
}
