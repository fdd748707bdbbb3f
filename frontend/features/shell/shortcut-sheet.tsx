"use client";
// All keyboard shortcuts on one page.
import type { JSX } from "react";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { shortcutGroups, texts } from "./texts";

export function ShortcutSheet({ onClose }: { onClose: () => void }): JSX.Element {
  return (
    <Dialog open onOpenChange={onClose} title={texts.shortcuts} className="sm:max-w-md">
      <div className="flex flex-col gap-6 px-6 pt-3 pb-7">
        {shortcutGroups.map((group) => (
          <section key={group.title}>
            <h3 className="mb-1.5 text-sm font-medium text-ink-faint">{group.title}</h3>
            <dl>
              {group.shortcuts.map(({ keys, does }) => (
                <div key={does} className="flex h-8.5 items-center justify-between">
                  <dt>{does}</dt>
                  <dd className="flex gap-1">
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
