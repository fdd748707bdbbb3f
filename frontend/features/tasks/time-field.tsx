"use client";
// A time of day, typed as people write it; the arrow keys go by quarters of an hour.
import { type JSX, type KeyboardEvent, useState } from "react";
import { TextField } from "@/components/ui/field";
import { useClock } from "@/lib/clock";
import { readTime, sayTime, stepTime, type Time } from "@/lib/dates";
import { useTexts } from "@/lib/texts/texts-provider";

interface TimeFieldProps {
  value: Time | null;
  disabled: boolean;
  onChange: (time: Time | null) => void;
}

const STEPS: Record<string, number> = { ArrowUp: 15, ArrowDown: -15 };
const FIRST_STEP = "09:00";

export function TimeField({ value, disabled, onChange }: TimeFieldProps): JSX.Element {
  const { t } = useTexts();
  const { hourCycle } = useClock();
  const said = value === null ? "" : sayTime(value, hourCycle);
  // What is typed stays as it is until the field is left.
  const [typed, setTyped] = useState<string | null>(null);
  const isWrong = typed !== null && typed.trim() !== "" && readTime(typed) === null;
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    setTyped(null);
    onChange(value === null ? FIRST_STEP : stepTime(value, step));
  };
  return (
    <TextField
      label={t("tasks.timeLabel")}
      placeholder={t("tasks.noTime")}
      value={typed ?? said}
      error={isWrong ? t("tasks.timeNotRead") : undefined}
      disabled={disabled}
      autoComplete="off"
      onKeyDown={onKeyDown}
      onChange={({ target }) => {
        setTyped(target.value);
        const time = readTime(target.value);
        if (time !== null || target.value.trim() === "") onChange(time);
      }}
      onBlur={() => setTyped(null)}
      className="disabled:opacity-50"
    />
  );
}
