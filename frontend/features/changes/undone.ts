// Which change groups have been taken back.
import { queryOptions, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { api, read } from "@/lib/api/client";
import type { ChangeGroup } from "@/lib/api/types";

const LOOKED_AT = 100;

const recentChanges = queryOptions({
  queryKey: ["changes", "recent"],
  queryFn: async () => (await read(api.GET("/api/changes", { params: { query: { limit: LOOKED_AT } } }))).items,
});

/** Ids of recent groups that stand undone. `wanted` false asks nothing. */
export function useUndoneGroups(wanted: boolean): ReadonlySet<string> {
  const { data } = useQuery({ ...recentChanges, enabled: wanted });
  return useMemo(() => undoneGroups(data ?? []), [data]);
}

export function undoneGroups(groups: readonly ChangeGroup[]): ReadonlySet<string> {
  return new Set(groups.filter((group) => group.undone_by !== null).map((group) => group.id));
}
