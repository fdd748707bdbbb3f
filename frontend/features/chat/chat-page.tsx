"use client";
// The assistant as a page. What stands in it comes from the host, which has the conversation.
import { useQueryClient } from "@tanstack/react-query";
import type { JSX } from "react";
import { useAlive } from "@/features/shell/use-alive";
import { useTexts } from "@/lib/texts/texts-provider";
import { ChatGreeting } from "./chat-greeting";
// Comes with this page instead of after it.
import "./chat-host";
import { setPagePlace } from "./page-place";
import { latestConversationOptions } from "./queries";

export function ChatPage(): JSX.Element {
  const { t } = useTexts();
  useAlive();
  const isEmpty = useQueryClient().getQueryData(latestConversationOptions().queryKey) === null;
  return (
    <>
      <h1 className="sr-only">{t("chat.title")}</h1>
      <div className="relative -mx-5 -mt-[calc(2rem+env(safe-area-inset-top))] -mb-28 h-[calc(100dvh-var(--bar))] pt-[env(safe-area-inset-top)] sm:-mx-8 md:-mt-14 md:pt-0 md:h-dvh">
        <div ref={setPagePlace} className="peer h-full" />
        {/* Where the conversation will begin, below the height of its header: the first paint shows it. */}
        {isEmpty && (
          <div className="absolute inset-x-0 top-0 hidden px-5 pt-15 peer-empty:block">
            <ChatGreeting />
          </div>
        )}
        {/* Where one will write, while the conversation is on its way. */}
        <div aria-hidden className="absolute inset-x-5 bottom-13 hidden h-12 rounded-lg border border-line peer-empty:block" />
      </div>
    </>
  );
}
