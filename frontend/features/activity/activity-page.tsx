"use client";
// What was changed and by whom, newest first; each command can be undone here.
import { useInfiniteQuery } from "@tanstack/react-query";
import { History } from "lucide-react";
import type { JSX } from "react";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/features/shell/page-header";
import { Paged } from "@/features/shell/paged";
import { TaskSection } from "@/features/tasks/task-section";
import { api, read } from "@/lib/api/client";
import type { ChangeGroup } from "@/lib/api/types";
import { useClock } from "@/lib/clock";
import { type Day, describeDay, longDate, wallClock } from "@/lib/dates";
import { useTexts } from "@/lib/texts/texts-provider";
import { GroupRow } from "./group-row";

const PAGE_SIZE = 50;

export function ActivityPage(): JSX.Element {
  const texts = useTexts();
  const { t } = texts;
  const { today, zone } = useClock();
  const query = useInfiniteQuery({
    queryKey: ["changes", "all"],
    queryFn: ({ pageParam, signal }) => {
      const page = { limit: PAGE_SIZE, ...(pageParam === undefined ? {} : { cursor: pageParam }) };
      return read(api.GET("/api/changes", { params: { query: page }, signal }));
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
  });
  const empty = (
    <Notice picture={<History className="size-10 stroke-[1.25]" />} title={t("activity.empty")}>
      {t("activity.emptyLead")}
    </Notice>
  );
  return (
    <>
      <PageHeader title={t("shell.activity")} lead={t("activity.lead")} />
      <Paged query={query} failed={t("activity.failed")} empty={empty}>
        {(groups) =>
          byDay(groups, zone).map(([day, ofDay]) => (
            <TaskSection key={day} title={describeDay(day, today, texts)} note={longDate(day, texts)}>
              <ol aria-label={longDate(day, texts)}>
                {ofDay.map((group) => (
                  <GroupRow key={group.id} group={group} />
                ))}
              </ol>
            </TaskSection>
          ))
        }
      </Paged>
    </>
  );
}

function byDay(groups: readonly ChangeGroup[], zone: string): [Day, ChangeGroup[]][] {
  const days = new Map<Day, ChangeGroup[]>();
  for (const group of groups) {
    const { day } = wallClock(group.created_at, zone);
    days.set(day, [...(days.get(day) ?? []), group]);
  }
  return [...days];
}
