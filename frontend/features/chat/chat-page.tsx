"use client";
// The assistant as a page. What stands in it comes from the host, which has the conversation.
import type { JSX } from "react";
import { useAlive } from "@/features/shell/use-alive";
import { useTexts } from "@/lib/texts/texts-provider";
// Comes with this page instead of after it.
import "./chat-host";
import { setPagePlace, useIsPagePlaceTaken } from "./page-place";
import { PanelAtFirst } from "./panel-at-first";

export function ChatPage(): JSX.Element {
  const { t } = useTexts();
  useAlive();
  const isTaken = useIsPagePlaceTaken();
  return (
    <>
      <h1 className="sr-only">{t("chat.title")}</h1>
      <div className="relative -mx-5 -mt-[calc(2rem+env(safe-area-inset-top))] -mb-28 h-[calc(100dvh-var(--bar))] pt-[env(safe-area-inset-top)] sm:-mx-8 md:-mt-14 md:pt-0 md:h-dvh">
        <div ref={setPagePlace} className="h-full empty:hidden" />
        {!isTaken && <PanelAtFirst />}
      </div>
    </>
  );
}
