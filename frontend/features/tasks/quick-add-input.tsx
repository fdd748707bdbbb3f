"use client";
// A line of text in which the parts that were understood are highlighted while it is typed.
import { type JSX, useRef } from "react";
import type { QuickAddSpan } from "@/lib/api/types";
import { useTexts } from "@/lib/texts/texts-provider";
import { toPieces } from "./quick-add-spans";

interface QuickAddInputProps {
  value: string;
  spans: readonly QuickAddSpan[];
  describedBy: string;
  onChange: (value: string) => void;
}

export function QuickAddInput({ value, spans, describedBy, onChange }: QuickAddInputProps): JSX.Element {
  const { t } = useTexts();
  const marks = useRef<HTMLDivElement>(null);
  return (
    <div className="relative text-xl tracking-[-0.014em]">
      {/* The same text in the same place, of which only the marks show. */}
      <div
        ref={marks}
        aria-hidden
        className="pointer-events-none absolute inset-0 overflow-hidden py-1 whitespace-pre text-transparent"
      >
        {toPieces(value, spans).map(({ text, span }, index) =>
          span === null ? (
            <span key={index}>{text}</span>
          ) : (
            <mark
              key={index}
              className="animate-appear rounded-xs bg-accent-soft text-transparent shadow-[0_0_0_2px_var(--accent-soft)]"
            >
              {text}
            </mark>
          ),
        )}
      </div>
      <input
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onScroll={(event) => marks.current?.scrollTo({ left: event.currentTarget.scrollLeft })}
        aria-label={t("tasks.quickAddLabel")}
        aria-describedby={describedBy}
        placeholder={t("tasks.quickAddPlaceholder")}
        maxLength={1000}
        autoComplete="off"
        enterKeyHint="done"
        className="relative w-full bg-transparent py-1 outline-none"
      />
    </div>
  );
}
