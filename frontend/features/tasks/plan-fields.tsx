"use client";
// How long a task takes, and by when it has to be done at the latest.
import type { JSX } from "react";
import { NativeSelectField, TextField } from "@/components/ui/field";
import { useTexts } from "@/lib/texts/texts-provider";
import { durationWords } from "./duration";
import type { TaskDraft } from "./task-draft";

interface PlanFieldsProps {
  draft: TaskDraft;
  onChange: (change: Partial<TaskDraft>) => void;
}

const USUAL_MINUTES = [5, 10, 15, 30, 45, 60, 90, 120, 180, 240, 480];

export function PlanFields({ draft, onChange }: PlanFieldsProps): JSX.Element {
  const texts = useTexts();
  const { t } = texts;
  const { durationMinutes: minutes } = draft;
  const offered = minutes === null || USUAL_MINUTES.includes(minutes) ? USUAL_MINUTES : [...USUAL_MINUTES, minutes];
  return (
    <div className="grid grid-cols-2 gap-4">
      <TextField
        label={t("tasks.deadline")}
        type="date"
        max="8999-12-31"
        value={draft.deadline}
        onChange={(event) => onChange({ deadline: event.target.value })}
      />
      <NativeSelectField
        label={t("tasks.duration")}
        value={minutes ?? ""}
        onChange={({ target: { value } }) => onChange({ durationMinutes: value === "" ? null : Number(value) })}
      >
        <option value="">{t("tasks.noDuration")}</option>
        {offered
          .toSorted((first, second) => first - second)
          .map((one) => (
            <option key={one} value={one}>
              {durationWords(one, texts)}
            </option>
          ))}
      </NativeSelectField>
    </div>
  );
}
