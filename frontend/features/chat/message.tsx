// What the person said, and what the assistant answered.
import type { JSX } from "react";
import type { ToolCard } from "@/lib/api/types";
import { useTexts } from "@/lib/texts/texts-provider";
import { AnswerFooter } from "./answer-footer";
import { AnswerText } from "./answer-text";
import { ApprovalCard } from "./approval-card";
import { toBlocks } from "./blocks";
import type { AnswerDetails, Approval } from "./contract";
import { withoutRepeats } from "./repeated";
import { ToolCardView } from "./tool-card";

export function Said({ text }: { text: string }): JSX.Element {
  const { t } = useTexts();
  return (
    <div className="ml-8 animate-appear self-end rounded-lg rounded-br-xs bg-accent-soft px-3.5 py-2 [overflow-wrap:anywhere] whitespace-pre-wrap">
      <span className="sr-only">{t("chat.you")} </span>
      {text}
    </div>
  );
}

interface AnswerProps {
  text: string;
  cards: readonly ToolCard[];
  undone: ReadonlySet<string>;
  details?: AnswerDetails;
  /** Null while it can't be decided, such as while an answer is under way. */
  onDecide?: ((approval: Approval, approve: boolean) => void) | null;
  /** For the last answer alone; null while it can't be tried again. */
  onRetry?: (() => void) | null;
}

export function Answer({ text, cards, undone, details = {}, onDecide = null, onRetry }: AnswerProps): JSX.Element {
  const { t } = useTexts();
  const blocks = withoutRepeats(toBlocks(text), cards);
  const { approval = null, change_group: group = null } = details;
  const changing = cards.filter((card) => card.change_group != null);
  // An answer that did several things has one undo for all of them.
  const together = changing.length > 1 && group !== null;
  const isUndone = (one: string | null | undefined): boolean => one != null && (undone.has(one) || (details.undone ?? false));
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <span className="sr-only">{t("chat.assistant")} </span>
      {cards.filter((card) => !isAskedAbout(card, approval)).map((card) => (
        <ToolCardView key={card.id} card={card} undone={isUndone(card.change_group)} undoable={!together} />
      ))}
      {blocks.length > 0 && <AnswerText blocks={blocks} />}
      {(details.state === "stopped" || details.state === "failed") && (
        <p className="text-sm text-ink-faint">{t(details.state === "stopped" ? "chat.stopped" : "chat.failed")}</p>
      )}
      {approval !== null && (
        <ApprovalCard
          approval={approval}
          disabled={onDecide === null}
          onDecide={(approve) => onDecide?.(approval, approve)}
        />
      )}
      <AnswerFooter
        details={details}
        undo={together ? group : null}
        undone={isUndone(group)}
        onRetry={onRetry}
      />
    </div>
  );
}

/** What was looked up only to ask about it stands in the question already. */
function isAskedAbout(card: ToolCard, approval: Approval | null): boolean {
  if (approval === null || card.change_group != null || card.ok === false) return false;
  const asked = new Set(approval.tasks.map(({ id }) => id));
  const shown = card.tasks ?? [];
  return shown.length > 0 && shown.every(({ id }) => asked.has(id));
}
