"use client";
// A line in the language of filters: what can't be read is underlined in its place, what could follow is offered below.
import { type ComponentProps, type JSX, type KeyboardEvent, type RefObject, useId, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { inputClasses } from "@/components/ui/field";
import { useLabels } from "@/features/labels/queries";
import { useProjects } from "@/features/projects/queries";
import { cn } from "@/lib/class-names";
import { useTexts } from "@/lib/texts/texts-provider";
import { complete, type Completion, completionsAt, type Names } from "./completion";
import type { FilterTrouble } from "./filter-check";

interface FilterInputProps {
  value: string;
  trouble: FilterTrouble | null;
  describedBy: string;
  onChange: (value: string) => void;
  /** When it gets the focus, and when it loses it. */
  onWriting?: (isWriting: boolean) => void;
}

export function FilterInput({ value, trouble, describedBy, onChange, onWriting }: FilterInputProps): JSX.Element {
  const { t } = useTexts();
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const { offered, active, take, handlers } = useCompletions(value, onChange, input);
  return (
    <div className="flex flex-col gap-1.5">
      <FieldLabel htmlFor={`${id}-input`} />
      <div className="relative">
        <Underlined value={value} trouble={trouble} />
        <input
          ref={input}
          id={`${id}-input`}
          role="combobox"
          aria-expanded={offered.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
          aria-autocomplete="list"
          aria-invalid={trouble === null ? undefined : true}
          aria-describedby={describedBy}
          placeholder={t("filters.queryPlaceholder")}
          value={value}
          maxLength={1000}
          autoComplete="off"
          spellCheck={false}
          {...handlers}
          onFocus={(event) => {
            handlers.onFocus?.(event);
            onWriting?.(true);
          }}
          onBlur={(event) => {
            handlers.onBlur?.(event);
            onWriting?.(false);
          }}
          className={cn(inputClasses, "h-control px-3")}
        />
      </div>
      <Offered id={id} offered={offered} active={active} onTake={take} />
    </div>
  );
}

interface Completing {
  offered: Completion[];
  /** Which of them Enter takes; -1 for none. */
  active: number;
  take: (chosen: Completion | undefined) => void;
  handlers: Pick<ComponentProps<"input">, "onChange" | "onFocus" | "onSelect" | "onBlur" | "onKeyDown">;
}

function useCompletions(value: string, onChange: (value: string) => void, input: RefObject<HTMLInputElement | null>): Completing {
  const [caret, setCaret] = useState<number | null>(null);
  const [active, setActive] = useState(-1);
  const names = useFilterNames();
  const offered = caret === null ? [] : completionsAt(value, caret, names);
  const moveTo = (at: number | null): void => {
    setCaret(at);
    setActive(-1);
  };
  const take = (chosen: Completion | undefined): void => {
    if (chosen === undefined) return;
    const { text, caret: end } = complete(value, chosen);
    flushSync(() => onChange(text)); // What is typed next belongs behind it.
    moveTo(text.endsWith(": ") ? null : end);
    input.current?.setSelectionRange(end, end);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || offered.length === 0) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setActive((active + step + offered.length + 1) % (offered.length + 1));
    else if (event.key === "Enter" && active >= 0) take(offered[active]);
    else if (event.key === "Escape") setCaret(null);
    else return;
    stop(event);
  };
  const handlers: Completing["handlers"] = {
    onChange: ({ target }) => {
      onChange(target.value);
      moveTo(target.selectionStart);
    },
    onFocus: ({ target }) => setCaret(target.selectionStart),
    // Where nothing is offered because it was sent away, it stays away.
    onSelect: ({ currentTarget: { selectionStart } }) => {
      if (caret !== null && caret !== selectionStart) moveTo(selectionStart);
    },
    onBlur: () => setCaret(null),
    onKeyDown,
  };
  return { offered, active, take, handlers };
}

function stop(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopPropagation();
}

function FieldLabel({ htmlFor }: { htmlFor: string }): JSX.Element {
  const { t } = useTexts();
  return (
    <label htmlFor={htmlFor} className="text-sm font-medium text-ink-soft">
      {t("filters.query")}
    </label>
  );
}

/** What filters may ask for by name. */
export function useFilterNames(): Names {
  const projects = useProjects().map(({ name }) => name);
  const labels = useLabels().map(({ name }) => name);
  return { projects, labels };
}

/** The same text in the same place, of which only the line below the wrong part shows. */
function Underlined({ value, trouble }: { value: string; trouble: FilterTrouble | null }): JSX.Element | null {
  if (trouble === null) return null;
  return (
    <div
      aria-hidden
      className="pointer-events-none absolute inset-0 z-10 flex items-center overflow-hidden px-3.25 whitespace-pre text-transparent"
    >
      <span>{value.slice(0, trouble.start)}</span>
      <span data-trouble className="underline decoration-danger decoration-wavy decoration-2 underline-offset-3">
        {value.slice(trouble.start, Math.max(trouble.end, trouble.start + 1))}
      </span>
    </div>
  );
}

interface OfferedProps {
  id: string;
  offered: readonly Completion[];
  active: number;
  onTake: (completion: Completion) => void;
}

function Offered({ id, offered, active, onTake }: OfferedProps): JSX.Element {
  const { t } = useTexts();
  return (
    <div id={`${id}-list`} role="listbox" aria-label={t("filters.completions")} className="flex min-h-7 pointer-coarse:min-h-11 flex-wrap gap-1.5">
      {offered.map((completion, index) => (
        // The field keeps the focus; arrow keys and Enter choose.
        // eslint-disable-next-line jsx-a11y/click-events-have-key-events
        <div
          key={completion.text}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onTake(completion)}
          className={cn(
            "flex h-7 pointer-coarse:h-11 cursor-pointer items-center rounded-sm px-2 pointer-coarse:px-3 text-sm whitespace-nowrap select-none",
            index === active ? "bg-accent-soft text-accent-strong" : "bg-sunken text-ink-soft hover:bg-pressed",
          )}
        >
          {completion.text.trim()}
        </div>
      ))}
    </div>
  );
}
