"use client";
// A month to choose a day from. Arrow keys go by days and weeks, Home and End through the week, Page Up and Page Down by
// months, as the ARIA Authoring Practices have it for grids of dates.
import { ChevronLeft, ChevronRight } from "lucide-react";
import { type JSX, type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { useMe } from "@/features/accounts/queries";
import { cn } from "@/lib/class-names";
import { useClock } from "@/lib/clock";
import { addDays, type Day, longDate } from "@/lib/dates";
import { useTexts } from "@/lib/texts/texts-provider";
import type { Texts } from "@/lib/texts/translate";
import { addMonths, firstWeekday, startOfWeek, weeksOfMonth } from "@/lib/week";

interface CalendarProps {
  /** The day that is chosen already. */
  chosen: Day | null;
  /** Days that have tasks. */
  marked?: ReadonlySet<Day>;
  onChoose: (day: Day) => void;
}

const NONE: ReadonlySet<Day> = new Set();

export function Calendar({ chosen, marked = NONE, onChoose }: CalendarProps): JSX.Element {
  const texts = useTexts();
  const { today } = useClock();
  const first = firstWeekday(useMe());
  const [day, setDay] = useState(chosen ?? today);
  const [byKey, setByKey] = useState(false);
  const grid = useRef<HTMLTableElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    if (byKey) grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }, [day, byKey]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = target(event.key, day, first);
    if (to === null || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    setByKey(true);
    setDay(to);
  };
  const turn = (count: number): void => {
    setByKey(false);
    setDay(addMonths(day, count));
  };
  return (
    <div>
      <MonthBar id={id} title={monthTitle(day, texts)} onTurn={turn} />
      {/* The grid of dates of the ARIA Authoring Practices is a table. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role */}
      <table ref={grid} role="grid" aria-labelledby={id} onKeyDown={onKeyDown} className="w-full table-fixed border-collapse text-center text-sm">
        <thead>
          <tr>
            {Array.from({ length: 7 }, (_, index) => (first + index) % 7).map((weekday) => (
              <th key={weekday} scope="col" abbr={texts.weekday(weekday, "long")} className="h-7 text-xs font-normal text-ink-faint">
                {texts.weekday(weekday, "short").slice(0, 2)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOfMonth(day, first).map((week) => (
            <tr key={week[0]}>
              {week.map((one) => (
                <td key={one} role="gridcell" aria-selected={one === chosen} className="p-0">
                  <DayButton day={one} month={day} chosen={one === chosen} marked={marked.has(one)} current={one === day} onChoose={onChoose} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function MonthBar({ id, title, onTurn }: { id: string; title: string; onTurn: (count: number) => void }): JSX.Element {
  const { t } = useTexts();
  return (
    <div className="mb-1 flex items-center gap-1">
      <p id={id} aria-live="polite" className="flex-1 px-3 text-sm font-medium">
        {title}
      </p>
      <Button variant="quiet" size="icon" aria-label={t("calendar.previous")} onClick={() => onTurn(-1)}>
        <ChevronLeft />
      </Button>
      <Button variant="quiet" size="icon" aria-label={t("calendar.next")} onClick={() => onTurn(1)}>
        <ChevronRight />
      </Button>
    </div>
  );
}

interface DayButtonProps {
  day: Day;
  /** A day of the month that is shown. */
  month: Day;
  chosen: boolean;
  /** It has tasks. */
  marked: boolean;
  /** The one that the keyboard comes to. */
  current: boolean;
  onChoose: (day: Day) => void;
}

function DayButton({ day, month, chosen, marked, current, onChoose }: DayButtonProps): JSX.Element {
  const texts = useTexts();
  const { today } = useClock();
  const name = `${longDate(day, texts)} ${day.slice(0, 4)}`;
  return (
    <button
      type="button"
      tabIndex={current ? 0 : -1}
      aria-label={marked ? texts.t("calendar.withTasks", { day: name }) : name}
      aria-current={day === today ? "date" : undefined}
      onClick={() => onChoose(day)}
      className={cn(
        "relative mx-auto grid size-9 place-items-center rounded-full tabular-nums hover:bg-hover",
        // The target is larger than the ring.
        "pointer-coarse:size-10 pointer-coarse:before:absolute pointer-coarse:before:-inset-0.5",
        day.slice(0, 7) !== month.slice(0, 7) && "text-ink-faint",
        day === today && "font-semibold text-accent-strong",
        chosen && "bg-accent-soft",
      )}
    >
      {Number(day.slice(8))}
      {marked && <span aria-hidden className="absolute bottom-1 size-1 rounded-full bg-accent" />}
    </button>
  );
}

function target(key: string, day: Day, first: number): Day | null {
  switch (key) {
    case "ArrowLeft":
      return addDays(day, -1);
    case "ArrowRight":
      return addDays(day, 1);
    case "ArrowUp":
      return addDays(day, -7);
    case "ArrowDown":
      return addDays(day, 7);
    case "Home":
      return startOfWeek(day, first);
    case "End":
      return addDays(startOfWeek(day, first), 6);
    case "PageUp":
      return addMonths(day, -1);
    case "PageDown":
      return addMonths(day, 1);
    default:
      return null;
  }
}

function monthTitle(day: Day, { month, language }: Texts): string {
  const name = month(Number(day.slice(5, 7)) - 1, "long");
  return `${name.charAt(0).toLocaleUpperCase(language)}${name.slice(1)} ${day.slice(0, 4)}`;
}
