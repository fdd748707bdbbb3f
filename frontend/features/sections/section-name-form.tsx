"use client";
// Naming a section, new or existing, in the place where it stands.
import { type JSX, type KeyboardEvent, type SubmitEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { inputClasses } from "@/components/ui/field";
import { describeError } from "@/lib/api/problem";
import { cn } from "@/lib/class-names";
import { useTexts } from "@/lib/texts/texts-provider";

interface SectionNameFormProps {
  initial: string;
  busy: boolean;
  error: Error | null;
  onSubmit: (name: string) => void;
  onCancel: () => void;
}

export function SectionNameForm({ initial, busy, error, onSubmit, onCancel }: SectionNameFormProps): JSX.Element {
  const texts = useTexts();
  const { t } = texts;
  const [name, setName] = useState(initial);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (name.trim() === "" || busy) return;
    if (name.trim() === initial) onCancel();
    else onSubmit(name.trim());
  };
  const onEscape = (event: KeyboardEvent): void => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    onCancel();
  };
  return (
    <form onSubmit={submit} className="mb-1 flex flex-wrap items-center gap-2 py-1">
      <input
        // It appears because somebody asked to write here.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        aria-label={t("sections.name")}
        placeholder={t("sections.name")}
        value={name}
        maxLength={100}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={onEscape}
        className={cn(inputClasses, "h-9 min-w-0 flex-1 px-3 pointer-coarse:h-11")}
      />
      <Button type="submit" variant="primary" disabled={busy || name.trim() === ""}>
        {t("common.save")}
      </Button>
      <Button variant="quiet" onClick={onCancel}>
        {t("common.cancel")}
      </Button>
      {error !== null && (
        <p role="alert" className="w-full text-sm text-danger">
          {describeError(error, texts)}
        </p>
      )}
    </form>
  );
}
