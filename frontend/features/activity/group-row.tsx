"use client";
// One command: what it did, by which door, and the way to take it back.
import { Redo2, Undo2 } from "lucide-react";
import { type JSX, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";
import { useUndo } from "@/features/changes/undo";
import { shorten } from "@/features/tasks/shorten";
import { describeError } from "@/lib/api/problem";
import type { ChangeGroup } from "@/lib/api/types";
import { useClock } from "@/lib/clock";
import { wallClock } from "@/lib/dates";
import { useTexts } from "@/lib/texts/texts-provider";
import type { Texts } from "@/lib/texts/translate";
import { describeAmounts, kindsOf, titleOf } from "./amounts";
import { GroupChanges } from "./group-changes";
import { useOwnDeeds } from "./use-deeds";

const TITLES_SHOWN = 3;
/** Taking back so much takes long enough to say what is going on. */
const MANY = 100;

export function GroupRow({ group }: { group: ChangeGroup }): JSX.Element {
  const { t } = useTexts();
  const { zone } = useClock();
  const [open, setOpen] = useState(false);
  const id = useId();
  const deeds = useDeedsOf(group);
  const isLong = group.count > group.changes.length || titlesOf(group, t).length > TITLES_SHOWN || deeds.length > 1;
  return (
    <li className="flex flex-wrap items-center gap-x-3 py-2">
      <span className="w-11 shrink-0 text-sm text-ink-faint tabular-nums">{wallClock(group.created_at, zone).time}</span>
      <span className="min-w-0 flex-1">
        <What group={group} id={`${id}-what`} />
        <span className="block text-sm text-ink-faint">
          {deeds.length === 1 ? deeds[0] : kindsOf(group).map((kind) => t(`activity.${kind}`)).join(", ")} · {t(`activity.via.${group.via}`)}
        </span>
        {isLong && (
          <Button size="small" variant="quiet" className="-ml-2.5" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
            {open ? t("activity.hideAll") : t("activity.showAll")}
          </Button>
        )}
      </span>
      <UndoGroup group={group} what={`${id}-what`} />
      <div id={id} className="w-full empty:hidden">
        {open && <GroupChanges id={group.id} />}
      </div>
    </li>
  );
}

/** What was done to all that is shown of it, each once; nothing where not all is shown. */
function useDeedsOf({ changes, count }: ChangeGroup): string[] {
  const deeds = useOwnDeeds();
  return count > changes.length ? [] : [...new Set(changes.map(deeds))];
}

function What({ group, id }: { group: ChangeGroup; id: string }): JSX.Element {
  const texts = useTexts();
  const { t } = texts;
  const titles = titlesOf(group, t);
  const more = group.count > group.changes.length ? group.count - TITLES_SHOWN : titles.length - TITLES_SHOWN;
  return (
    <span id={id} className={group.undone_by === null ? "" : "text-ink-faint line-through"}>
      {group.undo_of !== null && `${t("activity.undid")} `}
      {group.undo_of === null && group.count > 1 && `${describeAmounts(group, texts)}: `}
      {titles.slice(0, TITLES_SHOWN).map((title) => t("common.quoted", { text: shorten(title) })).join(", ")}
      {more > 0 && ` ${t("chat.more", { count: more })}`}
    </span>
  );
}

/** `what` is the id of the words for what it takes back. */
function UndoGroup({ group, what }: { group: ChangeGroup; what: string }): JSX.Element {
  const texts = useTexts();
  const { t } = texts;
  const undo = useUndo();
  const [reason, setReason] = useState<string | null>(null);
  if (group.undone_by !== null) return <span className="text-sm text-ink-faint">{t("common.undone")}</span>;
  const redoes = group.undo_of !== null;
  const act = (): void => {
    setReason(null);
    undo.mutate(group.id, { onError: (error) => setReason(describeError(error, texts)) });
  };
  return (
    <>
      <Button size="small" variant="quiet" disabled={undo.isPending} aria-describedby={what} onClick={act}>
        <Picture busy={undo.isPending} redoes={redoes} />
        {redoes ? t("common.redo") : t("common.undo")}
      </Button>
      <p role="status" className="w-full pl-14 text-sm text-ink-faint empty:hidden">
        {undo.isPending && group.count >= MANY && t("activity.working", { count: group.count })}
      </p>
      {reason !== null && (
        <p role="alert" className="w-full pl-14 text-sm text-danger">
          {reason}
        </p>
      )}
    </>
  );
}

function Picture({ busy, redoes }: { busy: boolean; redoes: boolean }): JSX.Element {
  if (busy) return <Spinner />;
  return redoes ? <Redo2 aria-hidden className="size-4" /> : <Undo2 aria-hidden className="size-4" />;
}

function titlesOf({ changes }: ChangeGroup, t: Texts["t"]): string[] {
  return [...new Set(changes.map((change) => titleOf(change, t)))];
}
