// The start of a conversation: what the assistant can do, and things to say.
import type { JSX } from "react";
import type { Language } from "@/lib/texts/catalogue";
import { useTexts } from "@/lib/texts/texts-provider";
import { ChatGreeting } from "./chat-greeting";
import { useAssistant } from "./queries";

/** Until the server has said what fits the day: orders and questions that the assistant without a model understands. */
const SUGGESTIONS: Record<Language, readonly string[]> = {
  en: ["What is due today?", "What is overdue?", "What is due this week?", "Add call Mum tomorrow at 18:00"],
  de: ["Was ist heute fällig?", "Was ist überfällig?", "Was ist diese Woche fällig?", "Füge Mama anrufen morgen um 18 Uhr hinzu"],
  es: ["¿Qué hay para hoy?", "¿Qué está atrasado?", "¿Qué hay para esta semana?", "Añade llamar a mamá mañana a las 18:00"],
};

export function Suggestions({ onChoose }: { onChoose: (message: string) => void }): JSX.Element {
  const { t, language } = useTexts();
  const suggestions = useAssistant()?.suggestions ?? SUGGESTIONS[language];
  return (
    <div className="flex min-h-0 flex-1 flex-col justify-between overflow-y-auto px-5 pb-3">
      <ChatGreeting />
      <ul aria-label={t("chat.suggestionsTitle")} className="flex flex-col items-start gap-2">
        {suggestions.map((suggestion) => (
          <li key={suggestion}>
            <button
              type="button"
              onClick={() => onChoose(suggestion)}
              className="rounded-lg border border-line bg-raised px-3.5 py-2 pointer-coarse:min-h-11 text-left text-sm text-ink-soft shadow-raised transition-colors hover:border-line-strong hover:text-ink"
            >
              {suggestion}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
