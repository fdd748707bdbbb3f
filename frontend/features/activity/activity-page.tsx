"use client";
// What was changed and by whom, newest first; each command can be undone here.
import { useInfiniteQuery } from "@tanstack/react-query";
import { History, Redo2, Undo2 } from "lucide-react";
import { type JSX, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useUndo } from "@/features/changes/undo";
import { PageHeader } from "@/features/shell/page-header";
import { Paged } from "@/features/shell/paged";
import { TaskSection } from "@/features/tasks/task-section";
import { api, read } from "@/lib/api/client";
import { describeError } from "@/lib/api/problem";
import type { ChangeGroup } from "@/lib/api/types";
import { useClock } from "@/lib/clock";
import { type Day, describeDay, longDate, wallClock } from "@/lib/dates";
import { useTexts } from "@/lib/texts/texts-provider";

const PAGE_SIZE = 50;
const TITLES_SHOWN = 3;

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

function GroupRow({ group }: { group: ChangeGroup }): JSX.Element {
  const texts = useTexts();
  const { t } = texts;
  const { zone } = useClock();
  const undo = useUndo();
  const [reason, setReason] = useState<string | null>(null);
  const undone = group.undone_by !== null;
  const redoes = group.undo_of !== null;
  const titles = [...new Set(group.changes.map(({ title }) => title))];
  const more = titles.length - TITLES_SHOWN;
  const act = (): void => {
    setReason(null);
    undo.mutate(group.id, { onError: (error) => setReason(describeError(error, texts)) });
  };
  return (
    <li className="flex flex-wrap items-center gap-x-3 py-2">
      <span className="w-11 shrink-0 text-sm text-ink-faint tabular-nums">{wallClock(group.created_at, zone).time}</span>
      <span className="min-w-0 flex-1">
        <span className={undone ? "text-ink-faint line-through" : ""}>
          {redoes && `${t("activity.undid")} `}
          {!redoes && group.changes.length > 1 && `${t("activity.counts", { count: group.changes.length })} `}
          {titles.slice(0, TITLES_SHOWN).map((title) => `“${title}”`).join(", ")}
          {more > 0 && ` ${t("chat.more", { count: more })}`}
        </span>
        <span className="block text-sm text-ink-faint">
          {kindsOf(group).map((kind) => t(`activity.${kind}`)).join(", ")} · {t(`activity.via.${group.via}`)}
        </span>
      </span>
      {undone ? (
        <span className="text-sm text-ink-faint">{t("common.undone")}</span>
      ) : (
        <Button size="small" variant="quiet" disabled={undo.isPending} onClick={act}>
          {redoes ? <Redo2 aria-hidden className="size-4" /> : <Undo2 aria-hidden className="size-4" />}
          {redoes ? t("common.redo") : t("common.undo")}
        </Button>
      )}
      {reason !== null && (
        <p role="alert" className="w-full pl-14 text-sm text-danger">
          {reason}
        </p>
      )}
    </li>
  );
}

function kindsOf(group: ChangeGroup): ("create" | "update" | "delete")[] {
  return [...new Set(group.changes.map(({ kind }) => kind))];
}

function byDay(groups: readonly ChangeGroup[], zone: string): [Day, ChangeGroup[]][] {
  const days = new Map<Day, ChangeGroup[]>();
  for (const group of groups) {
    const { day } = wallClock(group.created_at, zone);
    days.set(day, [...(days.get(day) ?? []), group]);
  }
  return [...days];
}
