"use client";
// Due date and time, with the usual days one press away.
import type { JSX } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { useClock } from "@/lib/clock";
import { addDays, type Day, nextMonday, type Time } from "@/lib/dates";
import { useTexts } from "@/lib/texts/texts-provider";

/** Empty where there is none. */
interface DueValue {
  day: Day;
  time: Time;
}

interface DueFieldsProps extends DueValue {
  onChange: (due: Partial<DueValue>) => void;
}

export function DueFields({ day, time, onChange }: DueFieldsProps): JSX.Element {
  const { t } = useTexts();
  const { today } = useClock();
  const suggestions: { label: string; day: Day }[] = [
    { label: t("tasks.today"), day: today },
    { label: t("tasks.tomorrow"), day: addDays(today, 1) },
    { label: t("tasks.nextMonday"), day: nextMonday(today) },
    { label: t("tasks.noDate"), day: "" },
  ];
  // A time without a day means nothing.
  const setDay = (chosen: Day): void => onChange(chosen === "" ? { day: "", time: "" } : { day: chosen });
  return (
    <div className="flex flex-col gap-2.5">
      <div className="grid grid-cols-2 gap-4">
        <TextField
          label={t("tasks.dateLabel")}
          type="date"
          value={day}
          max="8999-12-31"
          onChange={(event) => setDay(event.target.value)}
        />
        <TextField
          label={t("tasks.timeLabel")}
          type="time"
          value={time}
          disabled={day === ""}
          onChange={(event) => onChange({ time: event.target.value })}
          className="disabled:opacity-50"
        />
      </div>
      <div className="flex flex-wrap gap-1.5">
        {suggestions.map((suggestion) => (
          <Button
            key={suggestion.label}
            size="small"
            variant="quiet"
            aria-pressed={day === suggestion.day}
            onClick={() => setDay(suggestion.day)}
            className="bg-sunken aria-pressed:bg-accent-soft aria-pressed:text-accent-strong"
          >
            {suggestion.label}
          </Button>
        ))}
      </div>
    </div>
  );
}
