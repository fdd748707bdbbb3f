"use client";
// What can be done with all selected tasks, at the foot of the page for as long as any are selected.
import { CalendarDays, Check, Flag, FolderInput, Tag, Trash2, X } from "lucide-react";
import { useQueryClient } from "@tanstack/react-query";
import { usePathname } from "next/navigation";
import { type JSX, type ReactNode, useEffect } from "react";
import { Button } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";
import { MenuItem } from "@/components/ui/menu-list";
import { useWayBack } from "@/components/ui/way-back";
import { isShortcut } from "@/lib/keyboard";
import { deedOf } from "@/lib/keys";
import { SELECTION } from "@/lib/keys-of-parts";
import { useTexts } from "@/lib/texts/texts-provider";
import { runBatch } from "./batch";
import { tasksInCache } from "./cache";
import { PRIORITIES, priorityKey } from "./priority";
import type { RowCommand } from "./row-keys";
import { selectAll, useSelectMany } from "./select-many";
import { selection, useSelection } from "./selection";
import { useBatch } from "./use-batch";

export function BulkBar(): JSX.Element | null {
  const { t } = useTexts();
  const selected = useSelection();
  const client = useQueryClient();
  useBatch();
  useEscape();
  useSelectMany();
  const run = (command: RowCommand): void => runBatch(command, tasksInCache(client, selection.get()));
  const count = selected.size;
  return (
    <>
      <p role="status" className="sr-only">
        {count > 0 && t("tasks.selectedCount", { count })}
      </p>
      {count > 0 && <WayBack />}
      {count > 0 && (
        <section aria-label={t("tasks.selection")}>
          <div role="toolbar" aria-label={t("tasks.selectedCount", { count })} className="bulk-bar">
            <span className="px-2 text-sm font-medium whitespace-nowrap tabular-nums max-sm:flex-1">
              {t("tasks.selectedCount", { count })}
            </span>
            <Button variant="quiet" size="small" onClick={selectAll} className="text-accent pointer-fine:hidden">
              {t("tasks.selectAll")}
            </Button>
            <span className="w-full sm:hidden" />
            <Act label={t("tasks.completeAll")} icon={<Check />} onAct={() => run("toggle")} />
            <Act label={t("tasks.schedule")} icon={<CalendarDays />} onAct={() => run("date")} />
            <PriorityMenu onChoose={(priority) => run(`priority${priority}`)} />
            <Act label={t("tasks.labels")} icon={<Tag />} onAct={() => run("labels")} />
            <Act label={t("tasks.moveTo")} icon={<FolderInput />} onAct={() => run("place")} />
            <Act label={t("tasks.remove")} icon={<Trash2 />} onAct={() => run("remove")} />
            <Act label={t("shortcuts.clear")} icon={<X />} onAct={selection.clear} />
          </div>
        </section>
      )}
    </>
  );
}

function Act({ label, icon, onAct }: { label: string; icon: ReactNode; onAct: () => void }): JSX.Element {
  return (
    <Button variant="quiet" size="icon" aria-label={label} title={label} onClick={onAct}>
      {icon}
    </Button>
  );
}

function PriorityMenu({ onChoose }: { onChoose: (priority: (typeof PRIORITIES)[number]) => void }): JSX.Element {
  const { t } = useTexts();
  return (
    <Menu variant="quiet" size="icon" aria-label={t("tasks.priorityLabel")} title={t("tasks.priorityLabel")} label={<Flag />}>
      {PRIORITIES.map((priority) => (
        <MenuItem key={priority} onSelect={() => onChoose(priority)}>
          <Flag data-priority={priority} className="text-(--ring)!" />
          {t(priorityKey(priority))}
        </MenuItem>
      ))}
    </Menu>
  );
}

/** Going back on a phone clears the selection, for as long as there is one. */
function WayBack(): null {
  useWayBack(selection.clear);
  return null;
}

/** Escape clears the selection, and so does going to another page. */
function useEscape(): void {
  const path = usePathname();
  useEffect(() => () => selection.clear(), [path]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (deedOf(SELECTION, event) === "clear" && isShortcut(event)) selection.clear();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
}
