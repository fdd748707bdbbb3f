"use client";
// Name and color of a project, new or existing.
import { Check } from "lucide-react";
import { RadioGroup } from "radix-ui";
import { type SubmitEvent, type JSX, useState } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { FormError } from "@/features/accounts/form-error";
import { describeError } from "@/lib/api/problem";
import type { ProjectColor } from "@/lib/api/types";
import type { ProjectDraft } from "./actions";
import { texts } from "./texts";

export const PROJECT_COLORS = Object.keys(texts.colors) as ProjectColor[];

interface ProjectFormProps {
  initial: ProjectDraft;
  submitLabel: string;
  busy: boolean;
  error: Error | null;
  onSubmit: (draft: ProjectDraft) => void;
  onCancel: () => void;
}

export function ProjectForm({ initial, submitLabel, busy, error, onSubmit, onCancel }: ProjectFormProps): JSX.Element {
  const [name, setName] = useState(initial.name);
  const [color, setColor] = useState(initial.color);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    onSubmit({ name: name.trim(), color });
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-5 p-6 pt-3">
      <FormError message={error ? describeError(error) : undefined} />
      <TextField
        label={texts.name}
        value={name}
        onChange={(event) => setName(event.target.value)}
        placeholder={texts.namePlaceholder}
        maxLength={100}
        autoComplete="off"
        required
      />
      <ColorPicker value={color} onChange={setColor} />
      <footer className="flex justify-end gap-2">
        <Button variant="quiet" onClick={onCancel}>
          {texts.cancel}
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

function ColorPicker({ value, onChange }: ColorPickerProps): JSX.Element {
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-2 text-sm font-medium text-ink-soft">{texts.color}</legend>
      <RadioGroup.Root
        value={value}
        onValueChange={(color) => onChange(color as ProjectColor)}
        aria-label={texts.color}
        className="flex flex-wrap gap-2.5"
      >
        {PROJECT_COLORS.map((color) => (
          <RadioGroup.Item
            key={color}
            value={color}
            aria-label={texts.colors[color]}
            title={texts.colors[color]}
            className="grid size-7.5 place-items-center rounded-full text-paper transition-transform hover:scale-110"
            style={{ background: `var(--project-${color})` }}
          >
            <RadioGroup.Indicator>
              <Check className="size-4 stroke-3" />
            </RadioGroup.Indicator>
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
    </fieldset>
  );
}
