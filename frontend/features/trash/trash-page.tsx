"use client";
// What was deleted: back with it, or away for good.
import { useInfiniteQuery } from "@tanstack/react-query";
import { CircleDashed, Folder, ListFilter, Rows3, Tag, Trash2 } from "lucide-react";
import { type JSX, type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/features/shell/page-header";
import { Paged } from "@/features/shell/paged";
import { api, read } from "@/lib/api/client";
import type { TrashItem } from "@/lib/api/types";
import { useClock } from "@/lib/clock";
import { describeDay, shortDate, wallClock } from "@/lib/dates";
import { useTexts } from "@/lib/texts/texts-provider";
import { useEmptyTrash, usePurge, useRestore } from "./actions";

const PAGE_SIZE = 50;

/** What is to go for good, once it is confirmed. */
type Asked = { item: TrashItem } | "all" | null;

export function TrashPage(): JSX.Element {
  const { t } = useTexts();
  const [asked, setAsked] = useState<Asked>(null);
  const query = useInfiniteQuery({
    queryKey: ["trash"],
    queryFn: ({ pageParam, signal }) => {
      const page = { limit: PAGE_SIZE, ...(pageParam === undefined ? {} : { cursor: pageParam }) };
      return read(api.GET("/api/trash", { params: { query: page }, signal }));
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
  });
  const some = (query.data?.pages[0]?.items.length ?? 0) > 0;
  const empty = (
    <Notice picture={<Trash2 className="size-10 stroke-[1.25]" />} title={t("trash.empty")}>
      {t("trash.emptyLead")}
    </Notice>
  );
  return (
    <>
      <PageHeader
        title={t("shell.trash")}
        lead={t("trash.lead")}
        actions={some ? <EmptyNow onAct={() => setAsked("all")} /> : undefined}
      />
      <Paged query={query} failed={t("trash.failed")} empty={empty}>
        {(items) => (
          <ul aria-label={t("shell.trash")} className="divide-y divide-line">
            {items.map((item) => (
              <TrashRow key={item.id} item={item} onPurge={() => setAsked({ item })} />
            ))}
          </ul>
        )}
      </Paged>
      {asked !== null && <Question asked={asked} onClose={() => setAsked(null)} />}
    </>
  );
}

/** Its words would leave no room beside them for the title of a phone's page. */
function EmptyNow({ onAct }: { onAct: () => void }): JSX.Element {
  const { t } = useTexts();
  return (
    <Button onClick={onAct} className="max-sm:px-3">
      <Trash2 aria-hidden className="size-4 sm:hidden" />
      <span className="max-sm:sr-only">{t("trash.emptyNow")}</span>
    </Button>
  );
}

const ICONS: Record<TrashItem["entity"], ReactNode> = {
  task: <CircleDashed />,
  project: <Folder />,
  section: <Rows3 />,
  label: <Tag />,
  saved_filter: <ListFilter />,
  reminder: <CircleDashed />,
};

function TrashRow({ item, onPurge }: { item: TrashItem; onPurge: () => void }): JSX.Element {
  const texts = useTexts();
  const { t } = texts;
  const { today, zone } = useClock();
  const restore = useRestore();
  const deleted = describeDay(wallClock(item.deleted_at, zone).day, today, texts);
  const until = shortDate(wallClock(item.purge_at, zone).day, today, texts);
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2.5">
      <span aria-hidden className="text-ink-faint [&_svg]:size-4.5">
        {ICONS[item.entity]}
      </span>
      <span className="min-w-0 flex-1 basis-40">
        <span className="block [overflow-wrap:anywhere]">{item.title}</span>
        <span className="block text-sm text-ink-faint">
          {t(`entity.${item.entity}`)} · {t("trash.dates", { deleted, until })}
        </span>
      </span>
      <span className="ml-auto flex items-center gap-1">
        <Button size="small" aria-label={t("trash.restoreNamed", { name: item.title })} onClick={() => restore.mutate(item)}>
          {t("trash.restore")}
        </Button>
        <Button
          size="icon"
          variant="quiet"
          aria-label={t("trash.purgeNamed", { name: item.title })}
          title={t("trash.purge")}
          onClick={onPurge}
        >
          <Trash2 />
        </Button>
      </span>
    </li>
  );
}

/** There is no undo for this, so it is asked. */
function Question({ asked, onClose }: { asked: NonNullable<Asked>; onClose: () => void }): JSX.Element {
  const { t } = useTexts();
  const purge = usePurge();
  const emptyAll = useEmptyTrash();
  const act = (): void => {
    if (asked === "all") emptyAll.mutate(undefined, { onSettled: onClose });
    else purge.mutate(asked.item, { onSettled: onClose });
  };
  const busy = purge.isPending || emptyAll.isPending;
  return (
    <Dialog onClose={onClose} title={asked === "all" ? t("trash.emptyTitle") : t("trash.purgeTitle")} width="narrow">
      <div className="flex flex-col gap-5 px-6 pt-2 pb-5">
        <p>{asked === "all" ? t("trash.emptyQuestion") : t("trash.purgeQuestion", { name: asked.item.title })}</p>
        <footer className="flex justify-end gap-2">
          <Button variant="quiet" onClick={onClose}>
            {t("common.cancel")}
          </Button>
          <Button variant="danger" disabled={busy} onClick={act}>
            {t("trash.purge")}
          </Button>
        </footer>
      </div>
    </Dialog>
  );
}
