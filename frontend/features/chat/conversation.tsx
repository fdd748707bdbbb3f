"use client";
// What was said so far, the newest at the bottom and in view.
import { type JSX, type RefObject, useDeferredValue, useEffect, useRef, useState } from "react";
import { LoadError } from "@/components/ui/load-error";
import { Skeleton } from "@/components/ui/skeleton";
import { useUndoneGroups } from "@/features/changes/undone";
import { whenIdle } from "@/lib/lazy-part";
import { useTexts } from "@/lib/texts/texts-provider";
import { SaidBefore, SEEN_AT_FIRST } from "./said-before";
import { Suggestions } from "./suggestions";
import { TurnView } from "./turn-view";
import type { Chat } from "./use-chat";

export function Conversation({ chat }: { chat: Chat }): JSX.Element {
  const { t } = useTexts();
  const { messages, turn } = chat;
  const scroller = useRef<HTMLDivElement>(null);
  useStayAtEnd(scroller, [messages, turn]);
  const cards = [...messages.flatMap((message) => message.cards), ...(turn?.cards ?? [])];
  const undone = useUndoneGroups(cards.some((card) => card.change_group != null));
  if (chat.status === "loading") return <ConversationSkeleton />;
  if (chat.status === "failed") {
    return (
      <div className="min-h-0 flex-1 overflow-y-auto">
        <LoadError title={t("chat.loadFailed")} error={chat.error} onRetry={chat.reload} />
      </div>
    );
  }
  if (messages.length === 0 && turn === null) return <Suggestions onChoose={chat.say} />;
  return (
    // Reversed, so that it stands at its end from the first paint on, before any script runs.
    <div ref={scroller} className="flex min-h-0 flex-1 flex-col-reverse overflow-y-auto">
      <Log chat={chat} undone={undone} />
    </div>
  );
}

interface LogProps {
  chat: Chat;
  undone: ReadonlySet<string>;
}

function Log({ chat, undone }: LogProps): JSX.Element {
  const { t } = useTexts();
  const { messages, turn } = chat;
  // What one sees comes first; what was said before that takes its place above, out of sight, a moment later. Only what is
  // said from then on is read out.
  const whole = useDeferredValue(true, false);
  const [settled, setSettled] = useState(false);
  useEffect(() => (whole ? whenIdle(() => setSettled(true)) : undefined), [whole]);
  return (
    <div
      role="log"
      aria-live={settled ? undefined : "off"}
      aria-label={t("chat.messages")}
      aria-busy={turn?.status === "running"}
      className="flex min-h-full shrink-0 flex-col justify-end gap-4 px-5 py-3"
    >
      <SaidBefore
        messages={whole ? messages : messages.slice(-SEEN_AT_FIRST)}
        undone={undone}
        onDecide={turn?.status === "running" ? null : chat.decide}
        onRetry={turn === null ? chat.retry : undefined}
      />
      {turn !== null && <TurnView turn={turn} undone={undone} onDecide={chat.decide} onRetry={chat.retry} />}
    </div>
  );
}

/** Whoever reads within a screen of the end is taken along with it; whoever has gone further up is left there. */
function useStayAtEnd(scroller: RefObject<HTMLDivElement | null>, content: readonly unknown[]): void {
  useEffect(() => {
    const element = scroller.current;
    // In a reversed box the end is 0 and everything above it negative.
    if (element !== null && -element.scrollTop < element.clientHeight) element.scrollTo({ top: 0 });
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, content);
}

function ConversationSkeleton(): JSX.Element {
  return (
    <div className="flex min-h-0 flex-1 animate-late flex-col justify-end gap-4 px-5 py-3">
      <Skeleton className="h-9 w-2/5 self-end rounded-lg" />
      <Skeleton className="h-3.5 w-4/5 rounded-sm" />
      <Skeleton className="h-3.5 w-3/5 rounded-sm" />
    </div>
  );
}
