"use client";
// A date in a form: a button that says it in words, and drops the picker.
import { CalendarDays } from "lucide-react";
import { type JSX, useId, useRef, useState } from "react";
import { AnchoredDialog } from "@/components/ui/anchored-dialog";
import { inputClasses } from "@/components/ui/field";
import { cn } from "@/lib/class-names";
import { useClock } from "@/lib/clock";
import type { Day, Time } from "@/lib/dates";
import { useTexts } from "@/lib/texts/texts-provider";
import { DatePicker, type Picked } from "./date-picker";
import { describeDue } from "./due";

interface DateFieldProps {
  label: string;
  day: Day | null;
  /** Left out where a day is all that can be chosen. */
  time?: Time | null;
  onPick: (picked: Picked) => void;
}

export function DateField({ label, day, time, onPick }: DateFieldProps): JSX.Element {
  const texts = useTexts();
  const clock = useClock();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const close = (): void => setOpen(false);
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <span id={`${id}-label`} className="text-sm font-medium text-ink-soft">
        {label}
      </span>
      <button
        ref={button}
        id={id}
        type="button"
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-labelledby={`${id}-label ${id}`}
        onClick={() => setOpen(true)}
        className={cn(inputClasses, "flex h-control items-center gap-2 px-3 text-left")}
      >
        <CalendarDays aria-hidden className="size-4 shrink-0 text-ink-faint" />
        <span className={cn("truncate", day === null && "text-ink-faint")}>
          {day === null ? texts.t("tasks.noDate") : describeDue({ day, time: time ?? null }, clock, texts)}
        </span>
      </button>
      {open && (
        <AnchoredDialog anchor={button} onClose={close} title={label} width="narrow">
          <DatePicker
            day={day}
            time={time ?? null}
            dayOnly={time === undefined}
            saveLabel={texts.t("common.done")}
            onCancel={close}
            onPick={(picked) => {
              close();
              onPick(picked);
            }}
          />
        </AnchoredDialog>
      )}
    </div>
  );
}
