"use client";
// The labels of a task, small, beside its title.
import type { JSX } from "react";
import { useTexts } from "@/lib/texts/texts-provider";
import { useLabels } from "./queries";

const SHOWN = 3;

export function LabelChips({ ids }: { ids: readonly string[] }): JSX.Element | null {
  const { t } = useTexts();
  const labels = useLabels().filter(({ id }) => ids.includes(id));
  if (labels.length === 0) return null;
  return (
    <>
      <span className="sr-only">{t("tasks.labels")} </span>
      {labels.slice(0, SHOWN).map(({ id, name, color }) => (
        <span key={id} data-color={color} className="label-chip">
          {name}
        </span>
      ))}
      {labels.length > SHOWN && <span className="text-xs">{`+${labels.length - SHOWN}`}</span>}
    </>
  );
}
