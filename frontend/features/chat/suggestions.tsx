// The start of a conversation: what the assistant can do, and things to say.
import type { JSX } from "react";
import { useTexts } from "@/lib/texts/texts-provider";
import { ChatGreeting } from "./chat-greeting";
import { useAssistant } from "./queries";

/** Until the server has said what fits the day. What the assistant without a model understands, and that is English: in no other language would these do what they say. */
const SUGGESTIONS = ["What is due today?", "What is overdue?", "What is due this week?", "Add call Mum tomorrow at 18:00"];

export function Suggestions({ onChoose }: { onChoose: (message: string) => void }): JSX.Element {
  const { t } = useTexts();
  const suggestions = useAssistant()?.suggestions ?? SUGGESTIONS;
  return (
    <div className="flex min-h-0 flex-1 flex-col justify-between overflow-y-auto px-5 pb-3">
      <ChatGreeting />
      <ul aria-label={t("chat.suggestionsTitle")} className="flex flex-col items-start gap-2">
        {suggestions.map((suggestion) => (
          <li key={suggestion} lang="en">
            <button
              type="button"
              onClick={() => onChoose(suggestion)}
              className="rounded-lg border border-line bg-raised px-3.5 py-2 text-left text-sm text-ink-soft shadow-raised transition-colors hover:border-line-strong hover:text-ink"
            >
              {suggestion}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
