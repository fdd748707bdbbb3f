"use client";
// The assistant: beside the page where there is room, else over it.
import { SquarePen, X } from "lucide-react";
import type { JSX } from "react";
import { Button } from "@/components/ui/button";
import { useShell } from "@/features/shell/shell-context";
import { cn } from "@/lib/class-names";
import { useOpenChat } from "./chat-provider";
import { Composer } from "./composer";
import { Conversation } from "./conversation";
import { texts } from "./texts";

interface ChatPanelProps {
  place: "beside" | "over";
  onClose: () => void;
}

export function ChatPanel({ place, onClose }: ChatPanelProps): JSX.Element {
  const chat = useOpenChat();
  const running = chat.turn?.status === "running";
  return (
    <div className="flex h-full min-h-0 flex-col">
      <header className="flex items-center gap-1 py-3.5 pr-3 pl-5">
        <h2 className="flex-1 text-sm font-semibold">{texts.title}</h2>
        <Button
          variant="quiet"
          size="icon"
          aria-label={texts.newConversation}
          title={texts.newConversation}
          disabled={chat.messages.length === 0 && chat.turn === null}
          onClick={chat.startNew}
        >
          <SquarePen className="size-4!" />
        </Button>
        <Button variant="quiet" size="icon" aria-label={texts.close} title={texts.close} onClick={onClose}>
          <X />
        </Button>
      </header>
      <Conversation chat={chat} />
      <Composer
        running={running}
        disabled={chat.status !== "ready"}
        focusAtFirst={place === "over"}
        onSend={chat.say}
        onStop={chat.stop}
      />
    </div>
  );
}

/** Stands open on wide screens until closed. */
export function ChatAside(): JSX.Element {
  const shell = useShell();
  return (
    <aside
      aria-label={texts.title}
      className={cn("hidden w-92 shrink-0 border-l border-line bg-sidebar", shell.chatOpen && "xl:block")}
    >
      <ChatPanel place="beside" onClose={shell.toggleChat} />
    </aside>
  );
}
