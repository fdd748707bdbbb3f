"use client";
// Says that there is no connection, what waits for it, and what could not be done when it was back.
import { CloudOff, CloudUpload, X } from "lucide-react";
import type { JSX } from "react";
import { Button } from "@/components/ui/button";
import { useTexts } from "@/lib/texts/texts-provider";
import { changeStatus, useOfflineStatus } from "./status";

export function OfflineBanner(): JSX.Element {
  const { t } = useTexts();
  const { online, waiting, sending, refused } = useOfflineStatus();
  const silent = online && waiting === 0 && refused.length === 0;
  return (
    <div className="pointer-events-none fixed inset-x-0 top-[calc(0.75rem+env(safe-area-inset-top))] z-40 max-sm:top-[env(safe-area-inset-top)] flex flex-col items-center gap-2 px-4">
      <div role="status" className="contents">
        {!silent && (!online || waiting > 0) && (
          <p className="pointer-events-auto flex max-w-full items-center gap-2.5 rounded-lg bg-raised px-4 py-2 text-sm shadow-floating max-sm:rounded-t-none max-sm:py-1 max-sm:text-xs">
            {online ? <CloudUpload aria-hidden className="size-4 text-accent" /> : <CloudOff aria-hidden className="size-4 text-ink-faint" />}
            <span>
              {!online && t("offline.offline")} {waiting > 0 && t(sending ? "offline.sending" : "offline.waiting", { count: waiting })}
            </span>
          </p>
        )}
      </div>
      {refused.length > 0 && (
        <section aria-label={t("offline.refusedTitle")} className="pointer-events-auto w-full max-w-md rounded-lg bg-raised py-2 pr-2 pl-4 text-sm shadow-floating">
          <header className="flex items-center gap-2">
            <h2 className="flex-1 font-medium text-danger">{t("offline.refusedTitle")}</h2>
            <Button variant="quiet" size="icon" aria-label={t("common.dismiss")} onClick={() => changeStatus({ refused: [] })}>
              <X />
            </Button>
          </header>
          <ul className="max-h-48 overflow-y-auto pr-2 pb-1">
            {refused.map(({ title, reason }, index) => (
              <li key={index} className="py-1">
                <span className="font-medium">{title}</span> <span className="text-ink-faint">{reason}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
