"use client";
// The assistant's page as the server draws it: the end of the conversation used last, where the panel will have it. It is
// there with the first paint and without any script.
import { useQueryClient } from "@tanstack/react-query";
import type { JSX } from "react";
import { useTexts } from "@/lib/texts/texts-provider";
import { ChatGreeting } from "./chat-greeting";
import type { ChatMessage } from "./contract";
import { PanelTitle } from "./panel-title";
import { latestConversationOptions, messagesOptions } from "./queries";
import { SaidBefore, SEEN_AT_FIRST } from "./said-before";

/** Which changes have been taken back since is known a moment later. */
const NONE: ReadonlySet<string> = new Set();

export function PanelAtFirst(): JSX.Element {
  const client = useQueryClient();
  const latest = client.getQueryData(latestConversationOptions().queryKey);
  const messages = client.getQueryData(messagesOptions(latest?.id ?? null).queryKey);
  return (
    <div className="flex h-full min-h-0 flex-col">
      <header className="flex h-15 shrink-0 items-center pr-3 pl-5">
        <PanelTitle isPage title={latest?.title ?? null} />
      </header>
      <div className="flex min-h-0 flex-1 flex-col-reverse overflow-y-auto">
        {latest === null && <Greeting />}
        {messages !== undefined && <LastSaid messages={messages} />}
      </div>
      <ComposerPlace />
    </div>
  );
}

function Greeting(): JSX.Element {
  return (
    <div className="min-h-full px-5">
      <ChatGreeting />
    </div>
  );
}

function LastSaid({ messages }: { messages: readonly ChatMessage[] }): JSX.Element {
  const { t } = useTexts();
  return (
    <div
      role="log"
      aria-live="off"
      aria-label={t("chat.messages")}
      className="flex min-h-full shrink-0 flex-col justify-end gap-4 px-5 py-3"
    >
      <SaidBefore messages={messages.slice(-SEEN_AT_FIRST)} undone={NONE} onDecide={null} onRetry={null} />
    </div>
  );
}

/** As high as what one writes in and the line below it. */
function ComposerPlace(): JSX.Element {
  return (
    <div aria-hidden className="px-5 pt-2 pb-11.5">
      <div className="h-11.5 rounded-lg border border-line-strong bg-raised shadow-raised pointer-coarse:h-13.5" />
    </div>
  );
}
