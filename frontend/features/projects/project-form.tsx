"use client";
// Name and color of a project, new or existing.
import { Check } from "lucide-react";
import { type SubmitEvent, type JSX, useState } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { FormError } from "@/features/accounts/form-error";
import { describeError } from "@/lib/api/problem";
import type { ProjectColor } from "@/lib/api/types";
import { useTexts } from "@/lib/texts/texts-provider";
import type { ProjectDraft } from "./actions";

export const PROJECT_COLORS: readonly ProjectColor[] = [
  "gray",
  "red",
  "orange",
  "amber",
  "green",
  "teal",
  "blue",
  "indigo",
  "violet",
  "pink",
];

interface ProjectFormProps {
  initial: ProjectDraft;
  submitLabel: string;
  busy: boolean;
  error: Error | null;
  placeholder?: string;
  onSubmit: (draft: ProjectDraft) => void;
  onCancel: () => void;
}

export function ProjectForm(props: ProjectFormProps): JSX.Element {
  const { initial, submitLabel, busy, error, placeholder, onSubmit, onCancel } = props;
  const texts = useTexts();
  const { t } = texts;
  const [name, setName] = useState(initial.name);
  const [color, setColor] = useState(initial.color);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    onSubmit({ name: name.trim(), color });
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-5 p-6 pt-3">
      <FormError message={error ? describeError(error, texts) : undefined} />
      <TextField
        label={t("projects.name")}
        value={name}
        onChange={(event) => setName(event.target.value)}
        placeholder={placeholder ?? t("projects.namePlaceholder")}
        maxLength={100}
        autoComplete="off"
        required
      />
      <ColorPicker value={color} onChange={setColor} />
      <footer className="flex justify-end gap-2">
        <Button variant="quiet" onClick={onCancel}>
          {t("common.cancel")}
        </Button>
        <Button type="submit" variant="primary" disabled={busy || name.trim() === ""}>
          {submitLabel}
        </Button>
      </footer>
    </form>
  );
}

interface ColorPickerProps {
  value: ProjectColor;
  onChange: (color: ProjectColor) => void;
}

export function ColorPicker({ value, onChange }: ColorPickerProps): JSX.Element {
  const { t } = useTexts();
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-2 text-sm font-medium text-ink-soft">{t("projects.color")}</legend>
      <div className="flex flex-wrap gap-2.5 pointer-coarse:grid pointer-coarse:grid-cols-5 pointer-coarse:justify-items-center">
        {PROJECT_COLORS.map((color) => (
          <span
            key={color}
            title={t(`projects.color.${color}`)}
            data-color={color}
            className="relative grid size-7.5 pointer-coarse:size-9 place-items-center rounded-full bg-(--project) text-paper transition-transform focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent hover:scale-110"
          >
            <input
              type="radio"
              name="color"
              aria-label={t(`projects.color.${color}`)}
              value={color}
              checked={color === value}
              onChange={() => onChange(color)}
              className="absolute -inset-1 cursor-pointer opacity-0"
            />
            {color === value && <Check aria-hidden className="size-4 stroke-3" />}
          </span>
        ))}
      </div>
    </fieldset>
  );
}
