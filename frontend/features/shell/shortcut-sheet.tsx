"use client";
// All keyboard shortcuts on one page.
import type { JSX } from "react";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { useTexts } from "@/lib/texts/texts-provider";

type Deed =
  | "palette"
  | "quickAdd"
  | "assistant"
  | "undo"
  | "sheet"
  | "next"
  | "previous"
  | "toggle"
  | "edit"
  | "remove"
  | "select"
  | "extend"
  | "date"
  | "labels"
  | "priority"
  | "place"
  | "reorder"
  | "indent"
  | "arrange"
  | "addBelow"
  | "day"
  | "lists"
  | "clear"
  | "send"
  | "saveTask"
  | "close";

interface Group {
  title: "shortcuts.anywhere" | "shortcuts.inList" | "shortcuts.moving" | "shortcuts.writing";
  shortcuts: { keys: string[]; does: Deed }[];
}

const GROUPS: Group[] = [
  {
    title: "shortcuts.anywhere",
    shortcuts: [
      { keys: ["Ctrl", "K"], does: "palette" },
      { keys: ["Q"], does: "quickAdd" },
      { keys: ["C"], does: "assistant" },
      { keys: ["Z"], does: "undo" },
      { keys: ["?"], does: "sheet" },
    ],
  },
  {
    title: "shortcuts.inList",
    shortcuts: [
      { keys: ["J", "↓"], does: "next" },
      { keys: ["K", "↑"], does: "previous" },
      { keys: ["Space"], does: "toggle" },
      { keys: ["E", "Enter"], does: "edit" },
      { keys: ["D"], does: "date" },
      { keys: ["1", "2", "3", "4"], does: "priority" },
      { keys: ["#"], does: "labels" },
      { keys: ["V"], does: "place" },
      { keys: ["Del"], does: "remove" },
      { keys: ["X"], does: "select" },
      { keys: ["Shift", "↑↓"], does: "extend" },
      { keys: ["Esc"], does: "clear" },
    ],
  },
  {
    title: "shortcuts.moving",
    shortcuts: [
      { keys: ["Alt", "↑↓"], does: "reorder" },
      { keys: ["Alt", "←→"], does: "indent" },
      { keys: ["M"], does: "arrange" },
      { keys: ["A"], does: "addBelow" },
      { keys: ["Alt", "←→"], does: "day" },
      { keys: ["Alt", "↑↓←→"], does: "lists" },
    ],
  },
  {
    title: "shortcuts.writing",
    shortcuts: [
      { keys: ["Enter"], does: "send" },
      { keys: ["Ctrl", "Enter"], does: "saveTask" },
      { keys: ["Esc"], does: "close" },
    ],
  },
];

export function ShortcutSheet({ onClose }: { onClose: () => void }): JSX.Element {
  const { t } = useTexts();
  return (
    <Dialog onClose={onClose} title={t("shortcuts.title")}>
      <div className="flex flex-col gap-6 px-6 pt-3 pb-7">
        {GROUPS.map((group) => (
          <section key={group.title}>
            <h3 className="mb-1.5 text-sm font-medium text-ink-faint">{t(group.title)}</h3>
            <dl>
              {group.shortcuts.map(({ keys, does }) => (
                <div key={does} className="flex min-h-8.5 items-center justify-between gap-4">
                  <dt>{t(`shortcuts.${does}`)}</dt>
                  <dd className="flex shrink-0 gap-1">
                    {keys.map((key) => (
                      <Kbd key={key}>{key}</Kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
