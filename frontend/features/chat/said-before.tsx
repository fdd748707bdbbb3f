// What was said in a conversation before the turn that is under way.
import type { JSX } from "react";
import type { Approval, ChatMessage } from "./contract";
import { Answer, Said } from "./message";

/** About what fits on a screen. */
export const SEEN_AT_FIRST = 8;

interface SaidBeforeProps {
  messages: readonly ChatMessage[];
  undone: ReadonlySet<string>;
  /** Null while nothing can be decided. */
  onDecide: ((approval: Approval, approve: boolean) => void) | null;
  /** Left out when the last answer is not to be tried again, null when it can't be yet. */
  onRetry?: (() => void) | null;
}

export function SaidBefore({ messages, undone, onDecide, onRetry }: SaidBeforeProps): JSX.Element {
  const last = messages.at(-1);
  return (
    // It was there before: only what is said from now on moves in.
    <div className="contents [&_.animate-appear]:animate-none [&_.animate-rise]:animate-none">
      {messages.map((message) =>
        message.role === "user" ? (
          <Said key={message.id} text={message.text} />
        ) : (
          <Answer
            key={message.id}
            text={message.text}
            cards={message.cards}
            undone={undone}
            details={message}
            onDecide={onDecide}
            onRetry={message === last && message.approval == null ? onRetry : undefined}
          />
        ),
      )}
    </div>
  );
}
