"use client";
// The assistant as it stands beside the page, over it, or as a page of its own.
import { History, Maximize2, SquarePen, X } from "lucide-react";
import { useRouter } from "next/navigation";
import { type JSX, type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { afterPaint } from "@/lib/after-paint";
import { isByFinger } from "@/lib/by-finger";
import { useTexts } from "@/lib/texts/texts-provider";
import { AssistantLine } from "./assistant-line";
import { ChatHistory } from "./chat-history";
import { Composer } from "./composer";
import { focusComposer } from "./composer-place";
import { Conversation } from "./conversation";
import { PanelTitle } from "./panel-title";
import type { Chat } from "./use-chat";

interface ChatPanelProps {
  chat: Chat;
  /** Opened to write in it. */
  focusAtFirst: boolean;
  /** Null where it can't be closed: on its own page. */
  onClose: (() => void) | null;
}

export function ChatPanel({ chat, focusAtFirst, onClose }: ChatPanelProps): JSX.Element {
  const [listing, setListing] = useState(false);
  const running = chat.turn?.status === "running";
  const leaveList = (act: () => void) => (): void => {
    act();
    setListing(false);
  };
  const startNew = (): void => {
    leaveList(chat.startNew)();
    // Whoever begins anew wants to write; with a finger, perhaps to take what is suggested.
    if (!isByFinger()) afterPaint(focusComposer);
  };
  return (
    <div className="flex h-full min-h-0 flex-col">
      <PanelHeader
        chat={chat}
        listing={listing}
        onList={() => setListing(!listing)}
        onNew={startNew}
        onClose={onClose}
      />
      {listing ? (
        <ChatHistory
          openId={chat.conversationId}
          onOpen={(conversation) => leaveList(() => chat.open(conversation))()}
          onRenamed={chat.renamed}
          onDeleted={chat.startNew}
        />
      ) : (
        <>
          <Conversation chat={chat} />
          <Composer
            running={running}
            disabled={chat.status !== "ready"}
            focusAtFirst={focusAtFirst}
            onSend={chat.say}
            onStop={chat.stop}
          />
          <AssistantLine />
        </>
      )}
    </div>
  );
}

interface PanelHeaderProps {
  chat: Chat;
  listing: boolean;
  onList: () => void;
  onNew: () => void;
  onClose: (() => void) | null;
}

function PanelHeader({ chat, listing, onList, onNew, onClose }: PanelHeaderProps): JSX.Element {
  const { t } = useTexts();
  const router = useRouter();
  const fresh = chat.messages.length === 0 && chat.turn === null;
  const title = listing ? t("chat.history.title") : fresh ? null : chat.title;
  return (
    <header className="flex h-15 shrink-0 items-center gap-1 pr-3 pl-5">
      <PanelTitle title={title} isPage={onClose === null} />
      <HeaderButton label={t("chat.history.title")} pressed={listing} onClick={onList}>
        <History className="size-4!" />
      </HeaderButton>
      <HeaderButton label={t("chat.newConversation")} disabled={fresh && !listing} onClick={onNew}>
        <SquarePen className="size-4!" />
      </HeaderButton>
      {onClose !== null && (
        <>
          <HeaderButton label={t("chat.asPage")} onClick={() => router.push("/assistant")}>
            <Maximize2 className="size-4!" />
          </HeaderButton>
          <HeaderButton label={t("chat.close")} onClick={onClose}>
            <X />
          </HeaderButton>
        </>
      )}
    </header>
  );
}

interface HeaderButtonProps {
  label: string;
  pressed?: boolean;
  disabled?: boolean;
  onClick: () => void;
  children: ReactNode;
}

function HeaderButton({ label, pressed, disabled = false, onClick, children }: HeaderButtonProps): JSX.Element {
  return (
    <Button
      variant="quiet"
      size="icon"
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      disabled={disabled}
      onClick={onClick}
      className="aria-pressed:bg-pressed"
    >
      {children}
    </Button>
  );
}
