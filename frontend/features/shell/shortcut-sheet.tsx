"use client";
// All keyboard shortcuts on one page, as the table of keys has them.
import type { JSX } from "react";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { useTexts } from "@/lib/texts/texts-provider";
import { shortcutGroups } from "./shortcut-rows";

const GROUPS = shortcutGroups();

export function ShortcutSheet({ onClose }: { onClose: () => void }): JSX.Element {
  const { t } = useTexts();
  return (
    <Dialog onClose={onClose} title={t("shortcuts.title")}>
      <div className="flex flex-col gap-6 px-6 pt-3 pb-7">
        {GROUPS.map(({ title, rows }) => (
          <section key={title}>
            <h3 className="mb-1.5 text-sm font-medium text-ink-faint">{t(title)}</h3>
            <dl>
              {rows.map(({ word, keys }) => (
                <div key={word} className="flex min-h-8.5 items-center justify-between gap-4">
                  <dt>{t(`shortcuts.${word}`)}</dt>
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
