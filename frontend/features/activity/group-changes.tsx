"use client";
// All that one command changed, page by page: an import may have made thousands of things.
import { useInfiniteQuery } from "@tanstack/react-query";
import type { JSX } from "react";
import { Paged } from "@/features/shell/paged";
import { api, read } from "@/lib/api/client";
import { useTexts } from "@/lib/texts/texts-provider";
import { titleOf } from "./amounts";
import { useOwnDeeds } from "./use-deeds";

const PAGE_SIZE = 100;

export function GroupChanges({ id }: { id: string }): JSX.Element {
  const { t } = useTexts();
  const deeds = useOwnDeeds();
  const query = useInfiniteQuery({
    // What a command did is not changed by others, so it is not asked for again when they are heard of.
    queryKey: ["command", id],
    staleTime: Infinity,
    queryFn: ({ pageParam, signal }) => {
      const page = { limit: PAGE_SIZE, ...(pageParam === undefined ? {} : { cursor: pageParam }) };
      return read(api.GET("/api/changes/{group_id}", { params: { path: { group_id: id }, query: page }, signal }));
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
  });
  return (
    <div className="py-2 pl-14">
      <Paged query={query} failed={t("activity.failed")} empty={null}>
        {(changes) => (
          <ol aria-label={t("activity.all")} className="text-sm">
            {changes.map((change, index) => (
              // One thing may have been changed twice.
              <li key={`${change.entity_id} ${index}`} className="flex flex-wrap justify-between gap-x-3 py-1">
                <span className="max-w-full truncate">{titleOf(change, t)}</span>
                <span className="text-ink-faint [overflow-wrap:anywhere]">{deeds(change)}</span>
              </li>
            ))}
          </ol>
        )}
      </Paged>
    </div>
  );
}
