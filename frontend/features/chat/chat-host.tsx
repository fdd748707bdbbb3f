"use client";
// The assistant where there is room for it, and over the page where there is not. One conversation for both: it goes on
// while neither is open.
import type { JSX } from "react";
import { Sheet } from "@/components/ui/sheet";
import { useShell } from "@/features/shell/shell-context";
import { useTexts } from "@/lib/texts/texts-provider";
import { ChatAside } from "./chat-aside";
import { ChatPanel } from "./chat-panel";
import { useChat } from "./use-chat";

export interface ChatHostProps {
  /** Laid over the page. */
  over: boolean;
  onCloseOver: () => void;
}

export function ChatHost({ over, onCloseOver }: ChatHostProps): JSX.Element {
  const { t } = useTexts();
  const shell = useShell();
  const chat = useChat();
  return (
    <>
      <ChatAside>
        <ChatPanel chat={chat} focusAtFirst={shell.chatAsked} onClose={shell.toggleChat} />
      </ChatAside>
      {over && (
        <Sheet onClose={onCloseOver} side="right" title={t("chat.title")} className="w-full bg-sidebar sm:w-100">
          <ChatPanel chat={chat} focusAtFirst onClose={onCloseOver} />
        </Sheet>
      )}
    </>
  );
}
