"use client";
// Making a label, or renaming and recoloring one.
import { type JSX, useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { ProjectForm } from "@/features/projects/project-form";
import type { Label } from "@/lib/api/types";
import { useTexts } from "@/lib/texts/texts-provider";
import { useGoTo } from "@/lib/use-go-to";
import { uuidv7 } from "@/lib/uuid";
import { useChangeLabel, useCreateLabel } from "./actions";

interface LabelDialogProps {
  /** Null makes a new one. */
  label: Label | null;
  onClose: () => void;
}

export function LabelDialog({ label, onClose }: LabelDialogProps): JSX.Element {
  const { t } = useTexts();
  return (
    <Dialog onClose={onClose} title={label === null ? t("labels.newLabel") : t("labels.editLabel")}>
      {label === null ? <NewLabel onClose={onClose} /> : <ExistingLabel label={label} onClose={onClose} />}
    </Dialog>
  );
}

function NewLabel({ onClose }: { onClose: () => void }): JSX.Element {
  const { t } = useTexts();
  const goTo = useGoTo();
  const create = useCreateLabel();
  const [id] = useState(uuidv7);
  const onSuccess = (): void => {
    onClose();
    goTo(`/labels/${id}`);
  };
  return (
    <ProjectForm
      initial={{ name: "", color: "gray" }}
      placeholder={t("labels.namePlaceholder")}
      submitLabel={t("labels.create")}
      busy={create.isPending}
      error={create.error}
      onSubmit={(draft) => create.mutate({ ...draft, id }, { onSuccess })}
      onCancel={onClose}
    />
  );
}

function ExistingLabel({ label, onClose }: { label: Label; onClose: () => void }): JSX.Element {
  const { t } = useTexts();
  const change = useChangeLabel(label);
  return (
    <ProjectForm
      initial={label}
      placeholder={t("labels.namePlaceholder")}
      submitLabel={t("common.save")}
      busy={change.isPending}
      error={change.error}
      onSubmit={({ name, color }) => change.mutate({ name, color }, { onSuccess: onClose })}
      onCancel={onClose}
    />
  );
}
