"use client";
// A quiet line at the end of a project that becomes the form of a new section.
import { ListPlus } from "lucide-react";
import { type JSX, useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { useTexts } from "@/lib/texts/texts-provider";
import { uuidv7 } from "@/lib/uuid";
import { useCreateSection } from "./actions";
import { SectionNameForm } from "./section-name-form";

interface AddSectionProps {
  projectId: string;
  /** On a page that is drawn anew once there is a section. */
  isFirst?: boolean;
}

/** The project that has just got its first section: the focus goes on to what stands here on its new page. */
let addedFirst: string | null = null;

export function AddSection({ projectId, isFirst = false }: AddSectionProps): JSX.Element {
  const { t } = useTexts();
  const [newId, setNewId] = useState<string | null>(null);
  const [back, setBack] = useState(() => projectId === addedFirst);
  useEffect(() => {
    addedFirst = null;
  }, []);
  const create = useCreateSection();
  const close = (): void => {
    setBack(true);
    setNewId(null);
  };
  const onAdded = (): void => {
    if (isFirst) addedFirst = projectId;
    close();
  };
  if (newId === null) {
    return (
      <Button
        // The form that had the focus is gone.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus={back}
        variant="quiet"
        className="-ml-3 gap-3 px-3 font-normal text-ink-faint"
        onClick={() => setNewId(uuidv7())}
      >
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
      onSubmit={(name) => create.mutate({ projectId, id: newId, name }, { onSuccess: onAdded })}
      onCancel={close}
    />
  );
}
