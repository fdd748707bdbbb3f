"use client";
// How long a task takes: in one's own words, as the server reads them, or one of the usual lengths.
import { type ComponentProps, type JSX, type KeyboardEvent, type RefObject, useEffect, useEffectEvent, useRef, useState } from "react";
import { TextField } from "@/components/ui/field";
import { type Combobox, useCombobox } from "@/components/ui/use-combobox";
import { useMe } from "@/features/accounts/queries";
import { useTexts } from "@/lib/texts/texts-provider";
import { durationWords } from "./duration";
import { DurationList } from "./duration-list";
import { useUnderstoodDate } from "./understood-date";

interface DurationFieldProps {
  minutes: number | null;
  onChange: (minutes: number | null) => void;
}

/** What makes a length of time one in a line of quick add, in the language that the server reads a person's words in. */
const LEADS: Partial<Record<string, string>> = { en: "for", de: "für", es: "durante" };
const USUAL_MINUTES = [5, 10, 15, 30, 45, 60, 90, 120, 180, 240, 480];

export function DurationField({ minutes, onChange }: DurationFieldProps): JSX.Element {
  const texts = useTexts();
  const { t } = texts;
  const input = useRef<HTMLInputElement>(null);
  const [isOpen, setOpen] = useState(false);
  const written = useWritten(minutes, onChange, input);
  const { typed, setTyped, understood } = written;
  const offered = isBlank(typed) ? offeredBeside(minutes) : understood === null ? [] : [understood];
  const box = useCombobox({
    count: offered.length,
    onChoose: (index) => {
      setOpen(false);
      setTyped(null);
      onChange(offered[index] ?? null);
    },
  });
  const open = (): void => {
    setOpen(true);
    box.point(offered.indexOf(minutes));
  };
  const isListed = isOpen && offered.length > 0;
  return (
    <>
      <TextField
        {...box.field}
        ref={input}
        label={t("tasks.duration")}
        placeholder={t("tasks.durationPlaceholder")}
        value={typed ?? (minutes === null ? "" : durationWords(minutes, texts))}
        error={written.isWrong ? t("tasks.durationNotRead") : undefined}
        aria-expanded={isListed}
        aria-activedescendant={isListed ? box.field["aria-activedescendant"] : undefined}
        maxLength={80}
        onClick={open}
        onKeyDown={(event) => onKey(event, { box, isListed, open, close: () => setOpen(false) })}
        onChange={({ target: { value } }) => {
          setTyped(value);
          setOpen(true);
          box.point(0);
          if (isBlank(value) && minutes !== null) onChange(null);
        }}
        onFocus={written.onFocus}
        onBlur={() => {
          setOpen(false);
          written.onBlur();
        }}
      />
      {isListed && <DurationList box={box} anchor={input} offered={offered} chosen={minutes} />}
    </>
  );
}

interface Written {
  /** Null while nothing is being written. */
  typed: string | null;
  setTyped: (typed: string | null) => void;
  understood: number | null;
  isWrong: boolean;
  onFocus: () => void;
  onBlur: () => void;
}

/** What is typed is taken once it is read, and stays as it is until the field is left. What is no length keeps its form from being sent. */
function useWritten(minutes: number | null, onChange: DurationFieldProps["onChange"], input: RefObject<HTMLInputElement | null>): Written {
  const { t } = useTexts();
  const [typed, setTyped] = useState<string | null>(null);
  const [isLeft, setLeft] = useState(true);
  const { language } = useMe();
  const { picked, isReading } = useUnderstoodDate(isBlank(typed) ? "" : toLine(typed ?? "", LEADS[language] ?? ""));
  const understood = picked !== null && Object.keys(picked).length === 1 ? (picked.durationMinutes ?? null) : null;
  const isWrong = !isBlank(typed) && understood === null && !isReading;
  const isUnread = isWrong || isReading;
  useEffect(() => input.current?.setCustomValidity(isUnread ? t("tasks.durationNotRead") : ""), [input, isUnread, t]);
  const take = useEffectEvent((read: number) => {
    if (read !== minutes) onChange(read);
  });
  useEffect(() => {
    if (understood !== null) take(understood);
  }, [understood]);
  const shown = isLeft && !isUnread ? null : typed;
  const onFocus = (): void => {
    setTyped(shown);
    setLeft(false);
  };
  return { typed: shown, setTyped, understood, isWrong, onFocus, onBlur: () => setLeft(true) };
}

interface Listed {
  box: Combobox;
  isListed: boolean;
  open: () => void;
  close: () => void;
}

/** Keys of the list while it is there; Enter belongs to the form otherwise. */
function onKey(event: KeyboardEvent<HTMLInputElement>, { box, isListed, open, close }: Listed): void {
  const isArrow = event.key === "ArrowDown" || event.key === "ArrowUp";
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  if (!isListed) {
    if (!isArrow) return;
    event.preventDefault();
    open();
  } else if (event.key === "Escape") {
    event.preventDefault();
    event.stopPropagation();
    close();
  } else (box.field as Required<Pick<ComponentProps<"input">, "onKeyDown">>).onKeyDown(event);
}

/** The usual ones, what it is now, and none. */
function offeredBeside(minutes: number | null): (number | null)[] {
  if (minutes === null) return USUAL_MINUTES;
  return [null, ...new Set([...USUAL_MINUTES, minutes].toSorted((first, second) => first - second))];
}

function isBlank(text: string | null): boolean {
  return text === null || text.trim() === "";
}

/** As it stands in a line of quick add; a mere number is one of minutes. */
function toLine(text: string, lead: string): string {
  const said = text.trim();
  if (said.toLowerCase().startsWith(`${lead} `)) return said;
  return `${lead} ${/^\d+$/.test(said) ? `${said} min` : said}`;
}
