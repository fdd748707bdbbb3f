"use client";
// How long a task takes.
import type { JSX } from "react";
import { NativeSelectField } from "@/components/ui/field";
import { useTexts } from "@/lib/texts/texts-provider";
import { durationWords } from "./duration";

interface DurationFieldProps {
  minutes: number | null;
  onChange: (minutes: number | null) => void;
}

const USUAL_MINUTES = [5, 10, 15, 30, 45, 60, 90, 120, 180, 240, 480];

export function DurationField({ minutes, onChange }: DurationFieldProps): JSX.Element {
  const texts = useTexts();
  const { t } = texts;
  const offered = minutes === null || USUAL_MINUTES.includes(minutes) ? USUAL_MINUTES : [...USUAL_MINUTES, minutes];
  return (
    <NativeSelectField
      label={t("tasks.duration")}
      value={minutes ?? ""}
      onChange={({ target: { value } }) => onChange(value === "" ? null : Number(value))}
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
  );
}
