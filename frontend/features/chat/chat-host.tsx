"use client";
// The assistant where there is room for it, over the page where there is not, or as the page. One conversation for all
// of them: it goes on while none is open.
import type { JSX } from "react";
import { createPortal } from "react-dom";
import { Sheet } from "@/components/ui/sheet";
import { useShell } from "@/features/shell/shell-context";
import { useTexts } from "@/lib/texts/texts-provider";
import { ChatAside } from "./chat-aside";
import { ChatPanel } from "./chat-panel";
import { usePagePlace, useTakingPagePlace } from "./page-place";
import { type Chat, useChat } from "./use-chat";

export interface ChatHostProps {
  /** Laid over the page. */
  over: boolean;
  onCloseOver: () => void;
}

export function ChatHost({ over, onCloseOver }: ChatHostProps): JSX.Element {
  const { t } = useTexts();
  const shell = useShell();
  const chat = useChat();
  const page = usePagePlace();
  if (page !== null) return createPortal(<PagePanel chat={chat} />, page);
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

function PagePanel({ chat }: { chat: Chat }): JSX.Element {
  useTakingPagePlace();
  return <ChatPanel chat={chat} focusAtFirst onClose={null} />;
}
