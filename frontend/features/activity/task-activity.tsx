"use client";
// What happened to one task, newest first.
import { useQuery } from "@tanstack/react-query";
import type { JSX } from "react";
import { describeDue } from "@/features/tasks/due";
import { api, read } from "@/lib/api/client";
import type { Activity } from "@/lib/api/types";
import { useClock } from "@/lib/clock";
import { wallClock } from "@/lib/dates";
import { useTexts } from "@/lib/texts/texts-provider";
import { useDeeds } from "./use-deeds";

const SHOWN = 20;

export function TaskActivity({ id }: { id: string }): JSX.Element {
  const { t } = useTexts();
  const query = useQuery({
    queryKey: ["activity", "task", id],
    queryFn: ({ signal }) => {
      const params = { path: { task_id: id }, query: { limit: SHOWN } };
      return read(api.GET("/api/tasks/{task_id}/activity", { params, signal }));
    },
  });
  if (query.isError) return <p className="py-1 text-sm text-danger">{t("activity.failed")}</p>;
  return (
    <ol aria-busy={query.isPending} className="text-sm">
      {query.data?.items.map((entry) => (
        <Entry key={entry.id} entry={entry} />
      ))}
    </ol>
  );
}

function Entry({ entry }: { entry: Activity }): JSX.Element {
  const texts = useTexts();
  const { t } = texts;
  const clock = useClock();
  const deeds = useDeeds()(entry);
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-3 py-1">
      <span>
        {deeds.length === 0 ? t("activity.update") : deeds.join(", ")}
        {entry.via !== "web" && <span className="text-ink-faint"> · {t(`activity.via.${entry.via}`)}</span>}
      </span>
      <time dateTime={entry.created_at} className="text-xs text-ink-faint">
        {describeDue(wallClock(entry.created_at, clock.zone), clock, texts)}
      </time>
    </li>
  );
}
