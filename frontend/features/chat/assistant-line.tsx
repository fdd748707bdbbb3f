"use client";
// Which model answers, and what it has cost today.
import type { JSX } from "react";
import { useTexts } from "@/lib/texts/texts-provider";
import { BUILT_IN } from "./contract";
import { useAssistant } from "./queries";

export function AssistantLine(): JSX.Element | null {
  const { t, language } = useTexts();
  const assistant = useAssistant();
  // Its place is kept, so that nothing moves when it is there.
  if (assistant === undefined) return <p className="h-7.5" />;
  const { model, usage } = assistant;
  const number = new Intl.NumberFormat(language);
  const tokens = number.format(usage.tokens_today);
  const spent =
    usage.token_limit === null
      ? t("chat.usage", { tokens })
      : t("chat.usageOf", { tokens, limit: number.format(usage.token_limit) });
  return (
    <p className="px-5 pb-3 text-xs text-ink-faint">
      {model === BUILT_IN ? t("chat.builtIn") : `${t("chat.answeredBy", { model })} ${spent}`}
    </p>
  );
}
