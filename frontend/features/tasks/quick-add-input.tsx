"use client";
// A line of text in which the parts that were understood are highlighted while it is typed.
import { type ClipboardEvent, type ComponentType, createElement, type JSX, type KeyboardEvent, type RefObject, useEffect, useRef, useState } from "react";
import type { QuickAddSpan } from "@/lib/api/types";
import { deedOf } from "@/lib/keys";
import { WRITING } from "@/lib/keys-of-parts";
import { useTexts } from "@/lib/texts/texts-provider";
import type { OfferedNamesProps } from "./quick-add-offered";
import { toLines } from "./quick-add-lines";
import { spanBefore } from "./quick-add-rejected";
import { toPieces } from "./quick-add-spans";

const BEGINS_A_NAME = /(?:^|\s)[#@]/;

interface QuickAddInputProps {
  value: string;
  spans: readonly QuickAddSpan[];
  describedBy: string;
  field: RefObject<HTMLInputElement | null>;
  onChange: (value: string) => void;
  /** Backspace right after a part that was understood puts it back instead of taking a letter off it. */
  onReject: (spans: readonly QuickAddSpan[]) => void;
  onPasteLines: (lines: string[]) => void;
}

export function QuickAddInput(props: QuickAddInputProps): JSX.Element {
  const { value, spans, describedBy, field, onChange, onReject, onPasteLines } = props;
  const { t } = useTexts();
  const marks = useRef<HTMLDivElement>(null);
  const [caret, setCaret] = useState<number | null>(null);
  const keysOfNames = useRef<((event: KeyboardEvent) => boolean) | null>(null);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (keysOfNames.current?.(event) === true) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    if (deedOf(WRITING, event) !== "putBack") return;
    const { selectionStart, selectionEnd } = event.currentTarget;
    const span = selectionStart === selectionEnd ? spanBefore(spans, selectionEnd ?? -1) : undefined;
    if (span === undefined) return;
    event.preventDefault();
    onReject([span]);
  };
  const onPaste = (event: ClipboardEvent<HTMLInputElement>): void => {
    const lines = toLines(event.clipboardData.getData("text/plain"));
    // Without a connection lines can't be read: the browser puts them into one.
    if (lines.length < 2 || !navigator.onLine) return;
    event.preventDefault();
    onPasteLines(lines);
  };
  return (
    <>
      <div className="relative text-xl tracking-[-0.014em]">
        <Marks value={value} spans={spans} place={marks} />
        <input
          ref={field}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={onKeyDown}
          // Where no name is being written the caret is nobody's concern, and nothing is drawn anew for it.
          onSelect={({ currentTarget }) => BEGINS_A_NAME.test(currentTarget.value) && setCaret(caretOf(currentTarget))}
          onBlur={() => setCaret(null)}
          onPaste={onPaste}
          onScroll={(event) => marks.current?.scrollTo({ left: event.currentTarget.scrollLeft })}
          aria-label={t("tasks.quickAddLabel")}
          aria-describedby={describedBy}
          placeholder={t("tasks.quickAddPlaceholder")}
          maxLength={1000}
          autoComplete="off"
          enterKeyHint="done"
          className="relative w-full bg-transparent py-1 pointer-coarse:py-2 outline-none"
        />
      </div>
      {BEGINS_A_NAME.test(value) && (
        <Offered value={value} caret={caret} field={field} keys={keysOfNames} onChange={onChange} onCaret={setCaret} />
      )}
    </>
  );
}

/** Comes once a name is being written; without a connection it stays away, and names are written in full. */
function Offered(props: OfferedNamesProps): JSX.Element | null {
  const [part, setPart] = useState<ComponentType<OfferedNamesProps> | null>(null);
  useEffect(() => {
    let gone = false;
    const take = ({ OfferedNames }: { OfferedNames: ComponentType<OfferedNamesProps> }): void => {
      if (!gone) setPart(() => OfferedNames);
    };
    import("./quick-add-offered").then(take, () => undefined);
    return () => {
      gone = true;
    };
  }, []);
  return part === null ? null : createElement(part, props);
}

/** Null while something is selected. */
function caretOf({ selectionStart, selectionEnd }: HTMLInputElement): number | null {
  return selectionStart === selectionEnd ? selectionStart : null;
}

interface MarksProps {
  value: string;
  spans: readonly QuickAddSpan[];
  place: RefObject<HTMLDivElement | null>;
}

/** The same text in the same place, of which only the marks show. */
function Marks({ value, spans, place }: MarksProps): JSX.Element {
  return (
    <div
      ref={place}
      aria-hidden
      className="pointer-events-none absolute inset-0 overflow-hidden py-1 pointer-coarse:py-2 whitespace-pre text-transparent"
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
  );
}
