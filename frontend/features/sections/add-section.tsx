"use client";
// A quiet line at the end of a project that becomes the form of a new section.
import { ListPlus } from "lucide-react";
import { type JSX, useState } from "react";
import { Button } from "@/components/ui/button";
import { useTexts } from "@/lib/texts/texts-provider";
import { uuidv7 } from "@/lib/uuid";
import { useCreateSection } from "./actions";
import { SectionNameForm } from "./section-name-form";

export function AddSection({ projectId }: { projectId: string }): JSX.Element {
  const { t } = useTexts();
  const [newId, setNewId] = useState<string | null>(null);
  const create = useCreateSection();
  if (newId === null) {
    return (
      <Button variant="quiet" className="-ml-3 gap-3 px-3 font-normal text-ink-faint" onClick={() => setNewId(uuidv7())}>
        <ListPlus aria-hidden className="size-5 stroke-[1.75]" />
        {t("sections.add")}
      </Button>
    );
  }
  return (
    <SectionNameForm
      initial=""
      busy={create.isPending}
      error={create.error}
      onSubmit={(name) => create.mutate({ projectId, id: newId, name }, { onSuccess: () => setNewId(null) })}
      onCancel={() => setNewId(null)}
    />
  );
}
