"use client";
// What the assistant can do, at the top of an empty conversation. It is the largest text of many pages, so that it is
// there with the first paint, before the assistant itself.
import { Sparkles } from "lucide-react";
import type { JSX } from "react";
import { useTexts } from "@/lib/texts/texts-provider";

export function ChatGreeting(): JSX.Element {
  const { t } = useTexts();
  return (
    <div className="pt-4 pb-5">
      <div aria-hidden className="mb-4 grid size-10 place-items-center rounded-full bg-accent-soft text-accent">
        <Sparkles className="size-5" />
      </div>
      <p className="text-lg font-medium">{t("chat.greeting")}</p>
      <p className="mt-1 text-ink-faint">{t("chat.greetingLead")}</p>
    </div>
  );
}
