// The start of a conversation: what the assistant can do, and things to say.
import { Sparkles } from "lucide-react";
import type { JSX } from "react";
import { texts } from "./texts";

export function Suggestions({ onChoose }: { onChoose: (message: string) => void }): JSX.Element {
  return (
    <div className="flex min-h-0 flex-1 flex-col justify-end overflow-y-auto px-5 pb-3">
      <div aria-hidden className="mb-4 grid size-10 place-items-center rounded-full bg-accent-soft text-accent">
        <Sparkles className="size-5" />
      </div>
      <p className="text-lg font-medium">{texts.greeting}</p>
      <p className="mt-1 mb-5 text-ink-faint">{texts.greetingLead}</p>
      <ul aria-label={texts.suggestionsTitle} className="flex flex-col items-start gap-2">
        {texts.suggestions.map((suggestion) => (
          <li key={suggestion}>
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
