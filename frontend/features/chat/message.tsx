// What the person said, and what the assistant answered.
import type { JSX } from "react";
import type { ToolCard } from "@/lib/api/types";
import { useTexts } from "@/lib/texts/texts-provider";
import { AnswerText } from "./answer-text";
import { toBlocks } from "./blocks";
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
}

export function Answer({ text, cards, undone }: AnswerProps): JSX.Element {
  const { t } = useTexts();
  const blocks = withoutRepeats(toBlocks(text), cards);
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <span className="sr-only">{t("chat.assistant")} </span>
      {cards.map((card) => (
        <ToolCardView key={card.id} card={card} undone={card.change_group != null && undone.has(card.change_group)} />
      ))}
      {blocks.length > 0 && <AnswerText blocks={blocks} />}
    </div>
  );
}
