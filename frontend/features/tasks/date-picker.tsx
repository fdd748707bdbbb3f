"use client";
// When something is due: in one's own words, from the usual days, or from the calendar; with its time of day.
import { Armchair, CalendarArrowUp, CalendarX, Sun, Sunrise, type LucideIcon } from "lucide-react";
import { type JSX, type KeyboardEvent, type ReactNode, type SubmitEvent, useEffect, useEffectEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { useMe } from "@/features/accounts/queries";
import { useClock } from "@/lib/clock";
import { addDays, type Day, shortDate, type Time, weekdayOf } from "@/lib/dates";
import { deedOf } from "@/lib/keys";
import { WRITING } from "@/lib/keys-of-parts";
import { useTexts } from "@/lib/texts/texts-provider";
import { useEarlyText } from "@/lib/use-early-text";
import { firstWeekday, nextWeek, weekendAhead } from "@/lib/week";
import { useBusyDays } from "./busy-days";
import { Calendar } from "./calendar";
import type { Rule } from "./rule-words";
import { TimeField } from "./time-field";
import { useUnderstoodDate } from "./understood-date";

/** What is left out stays as it is. */
export interface Picked {
  day?: Day | null;
  time?: Time | null;
  rule?: Rule;
  durationMinutes?: number;
}

interface DatePickerProps {
  day: Day | null;
  time: Time | null;
  /** Where "none" is not the same as having no day: of several tasks. */
  mixed?: boolean;
  dayOnly?: boolean;
  /** Something below has been changed, so that there is something to save. */
  changed?: boolean;
  saveLabel: string;
  typedBefore?: () => string;
  onPick: (picked: Picked) => void;
  onCancel: () => void;
  children?: ReactNode;
}

const NOTHING = (): string => "";

export function DatePicker(props: DatePickerProps): JSX.Element {
  const { day, time, mixed = false, dayOnly = false, changed = false, onPick, children } = props;
  const { t } = useTexts();
  const [text, setText] = useEarlyText(props.typedBefore ?? NOTHING);
  const [refused, setRefused] = useState(false);
  const [at, setAt] = useState<Time | null>();
  const understood = useUnderstoodDate(text);
  const { picked } = understood;
  const busy = useBusyDays();
  const written = text.trim() !== "";
  const unread = written && picked === null && !understood.isReading;
  const save = (): void => {
    if (unread) setRefused(true);
    else if (picked !== null) onPick(dayOnly ? { day: picked.day ?? null } : picked);
    else if (!written && (at !== undefined || changed)) onPick(at === undefined ? {} : { time: at });
  };
  const submit = useOnceRead(understood.isReading, save);
  const pickDay = (chosen: Day | null): void => onPick({ day: chosen, ...(at === undefined ? {} : { time: at }) });
  return (
    // A key for the form as a whole; its button does the same.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form data-look-first onSubmit={submit} onKeyDown={saveOnCtrlEnter} className="flex flex-col gap-3 px-6 pt-3">
      <TextField
        label={t("tasks.dateWords")}
        placeholder={t(dayOnly ? "tasks.dayWordsPlaceholder" : "tasks.dateWordsPlaceholder")}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setRefused(false);
        }}
        autoComplete="off"
        hint={understood.words ?? t(unread ? "tasks.dateNotRead" : "tasks.dateWordsHint")}
        error={refused && unread ? t("tasks.dateNotRead") : undefined}
      />
      <UsualDays chosen={mixed ? undefined : day} onChoose={pickDay} />
      <div className="border-t border-line pt-2">
        <Calendar chosen={day} marked={busy} onChoose={pickDay} />
      </div>
      {!dayOnly && !mixed && (
        <div className="grid grid-cols-2 gap-4 border-t border-line pt-3">
          <TimeField value={at === undefined ? time : at} disabled={day === null} onChange={setAt} />
          {children}
        </div>
      )}
      <footer className="sticky bottom-0 -mx-6 mt-1 flex justify-end gap-2 border-t border-line bg-raised px-6 py-3">
        <Button variant="quiet" onClick={props.onCancel}>
          {t("common.cancel")}
        </Button>
        <Button type="submit" variant="primary" disabled={!written && at === undefined && !changed}>
          {props.saveLabel}
        </Button>
      </footer>
    </form>
  );
}

/** Whoever types fast saves before the words are read: that is done as soon as they are. */
function useOnceRead(isReading: boolean, save: () => void): (event: SubmitEvent<HTMLFormElement>) => void {
  const isWanted = useRef(false);
  const saveWanted = useEffectEvent(() => {
    if (isWanted.current) save();
    isWanted.current = false;
  });
  useEffect(() => {
    if (!isReading) saveWanted();
  }, [isReading]);
  return (event) => {
    event.preventDefault();
    event.stopPropagation();
    if (isReading) isWanted.current = true;
    else save();
  };
}

/** The picker's form, and no other that it may hang on. */
function saveOnCtrlEnter(event: KeyboardEvent<HTMLFormElement>): void {
  if (deedOf(WRITING, event) !== "save") return;
  event.preventDefault();
  event.stopPropagation();
  event.currentTarget.requestSubmit();
}

interface UsualDaysProps {
  /** Undefined where none of them is to be shown as chosen. */
  chosen: Day | null | undefined;
  onChoose: (day: Day | null) => void;
}

function UsualDays({ chosen, onChoose }: UsualDaysProps): JSX.Element {
  const texts = useTexts();
  const { t } = texts;
  const { today } = useClock();
  const first = firstWeekday(useMe());
  const onWeekend = [0, 6].includes(weekdayOf(today));
  const days: { label: string; day: Day | null; Icon: LucideIcon }[] = [
    { label: t("tasks.today"), day: today, Icon: Sun },
    { label: t("tasks.tomorrow"), day: addDays(today, 1), Icon: Sunrise },
    { label: t(onWeekend ? "tasks.nextWeekend" : "tasks.weekend"), day: weekendAhead(today), Icon: Armchair },
    { label: t("tasks.nextWeek"), day: nextWeek(today, first), Icon: CalendarArrowUp },
    { label: t("tasks.noDate"), day: null, Icon: CalendarX },
  ];
  // Two of them may be the same day.
  const pressed = days.findIndex(({ day }) => day === chosen);
  return (
    <div className="-mx-2 flex flex-wrap">
      {days.map(({ label, day, Icon }, place) => (
        <Button
          key={label}
          variant="quiet"
          className="group h-8.5 min-w-max grow basis-2/5 justify-start pointer-coarse:h-11 gap-2 px-2 font-normal text-ink aria-pressed:bg-accent-soft"
          aria-pressed={place === pressed}
          onClick={() => onChoose(day)}
        >
          <Icon aria-hidden className="size-4 shrink-0 text-ink-faint" />
          {label}
          {day !== null && (
            <span className="ml-auto text-sm font-normal text-ink-faint group-aria-pressed:text-ink-soft">
              {texts.weekday(weekdayOf(day), "short")}
              {day > addDays(today, 6) ? ` ${shortDate(day, today, texts)}` : ""}
            </span>
          )}
        </Button>
      ))}
    </div>
  );
}
