"use client";
// When a task is due, and the rule by which it recurs.
import type { JSX } from "react";
import { useTexts } from "@/lib/texts/texts-provider";
import { DateField } from "./date-field";
import type { Picked } from "./date-picker";
import { RecurrenceField } from "./recurrence-field";
import type { TaskDraft } from "./task-draft";

interface DueFieldsProps {
  draft: TaskDraft;
  onChange: (change: Partial<TaskDraft>) => void;
}

export function DueFields({ draft, onChange }: DueFieldsProps): JSX.Element {
  const { t } = useTexts();
  return (
    <div className="flex flex-col gap-2.5">
      <DateField
        label={t("tasks.dateLabel")}
        day={draft.day === "" ? null : draft.day}
        time={draft.time === "" ? null : draft.time}
        onPick={(picked) => onChange(toChange(picked))}
      />
      <RecurrenceField value={draft.recurrence} onChange={(recurrence) => onChange({ recurrence })} />
    </div>
  );
}

/** A time without a day means nothing. */
function toChange({ day, time, rule, durationMinutes }: Picked): Partial<TaskDraft> {
  return {
    ...(day === undefined ? {} : { day: day ?? "" }),
    ...(day === null ? { time: "" } : time === undefined ? {} : { time: time ?? "" }),
    ...(rule === undefined ? {} : { recurrence: rule }),
    ...(durationMinutes === undefined ? {} : { durationMinutes }),
  };
}
