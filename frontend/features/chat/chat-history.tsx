"use client";
// Earlier conversations: to find, open, rename and delete.
import { Search } from "lucide-react";
import { type JSX, useEffect, useRef, useState } from "react";
import { LoadError } from "@/components/ui/load-error";
import type { Conversation } from "@/lib/api/types";
import { isByFinger } from "@/lib/by-finger";
import { useTexts } from "@/lib/texts/texts-provider";
import { useDebounced } from "@/lib/use-debounced";
import { ConversationRow } from "./conversation-row";
import { useConversations } from "./queries";

interface ChatHistoryProps {
  openId: string | null;
  onOpen: (conversation: Conversation) => void;
  onRenamed: (title: string) => void;
  /** The open one is gone. */
  onDeleted: () => void;
}

const TYPING_MS = 200;

export function ChatHistory({ openId, onOpen, onRenamed, onDeleted }: ChatHistoryProps): JSX.Element {
  const { t } = useTexts();
  const [text, setText] = useState("");
  const found = useConversations(useDebounced(text.trim(), TYPING_MS));
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // With a finger most look through the list.
    if (!isByFinger()) field.current?.focus();
  }, []);
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="mx-5 mb-2 flex items-center gap-2 rounded-md border border-line-strong bg-raised px-3 focus-within:border-accent">
        <Search aria-hidden className="size-4 text-ink-faint" />
        <input
          ref={field}
          type="search"
          aria-label={t("chat.history.search")}
          placeholder={t("chat.history.search")}
          value={text}
          onChange={(event) => setText(event.target.value)}
          className="h-9 min-w-0 flex-1 bg-transparent text-sm pointer-coarse:h-11 pointer-coarse:text-base outline-none"
        />
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto px-2 pb-4">
        {found.error !== null && (
          <LoadError title={t("chat.history.failed")} error={found.error} onRetry={() => void found.refetch()} />
        )}
        {found.data?.length === 0 && (
          <p className="px-3 py-2 text-sm text-ink-faint">{text === "" ? t("chat.history.none") : t("chat.history.noneFound")}</p>
        )}
        <ul aria-label={t("chat.history.title")}>
          {found.data?.map((conversation) => (
            <ConversationRow
              key={conversation.id}
              conversation={conversation}
              current={conversation.id === openId}
              onOpen={() => onOpen(conversation)}
              onRenamed={conversation.id === openId ? onRenamed : () => undefined}
              onDeleted={conversation.id === openId ? onDeleted : () => undefined}
            />
          ))}
        </ul>
      </div>
    </div>
  );
}
