"use client";
// The assistant as it stands beside the page or over it.
import { SquarePen, X } from "lucide-react";
import type { JSX } from "react";
import { Button } from "@/components/ui/button";
import { useTexts } from "@/lib/texts/texts-provider";
import { Composer } from "./composer";
import { Conversation } from "./conversation";
import type { Chat } from "./use-chat";

interface ChatPanelProps {
  chat: Chat;
  /** Opened to write in it. */
  focusAtFirst: boolean;
  onClose: () => void;
}

export function ChatPanel({ chat, focusAtFirst, onClose }: ChatPanelProps): JSX.Element {
  const { t } = useTexts();
  const running = chat.turn?.status === "running";
  return (
    <div className="flex h-full min-h-0 flex-col">
      <header className="flex items-center gap-1 py-3.5 pr-3 pl-5">
        <h2 className="flex-1 text-sm font-semibold">{t("chat.title")}</h2>
        <Button
          variant="quiet"
          size="icon"
          aria-label={t("chat.newConversation")}
          title={t("chat.newConversation")}
          disabled={chat.messages.length === 0 && chat.turn === null}
          onClick={chat.startNew}
        >
          <SquarePen className="size-4!" />
        </Button>
        <Button variant="quiet" size="icon" aria-label={t("chat.close")} title={t("chat.close")} onClick={onClose}>
          <X />
        </Button>
      </header>
      <Conversation chat={chat} />
      <Composer
        running={running}
        disabled={chat.status !== "ready"}
        focusAtFirst={focusAtFirst}
        onSend={chat.say}
        onStop={chat.stop}
      />
    </div>
  );
}
