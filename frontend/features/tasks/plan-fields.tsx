"use client";
// How long a task takes, and by when it has to be done at the latest.
import type { JSX } from "react";
import { useTexts } from "@/lib/texts/texts-provider";
import { DateField } from "./date-field";
import { DurationField } from "./duration-field";
import type { TaskDraft } from "./task-draft";

interface PlanFieldsProps {
  draft: TaskDraft;
  onChange: (change: Partial<TaskDraft>) => void;
}

export function PlanFields({ draft, onChange }: PlanFieldsProps): JSX.Element {
  const { t } = useTexts();
  return (
    <div className="grid grid-cols-2 gap-4">
      <DateField
        label={t("tasks.deadline")}
        day={draft.deadline === "" ? null : draft.deadline}
        onPick={({ day }) => onChange({ deadline: day ?? "" })}
      />
      <DurationField minutes={draft.durationMinutes} onChange={(durationMinutes) => onChange({ durationMinutes })} />
    </div>
  );
}
