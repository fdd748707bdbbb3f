"use client";
// The dialogs that belong to lists, fetched together.
import type { JSX } from "react";
import { FilterDialog } from "@/features/filters/filter-dialog";
import { LabelDialog } from "@/features/labels/label-dialog";
import { ProjectDialog } from "@/features/projects/project-dialog";
import { PickDialog } from "@/features/tasks/pick-dialog";
import { ShortcutSheet } from "./shortcut-sheet";
import type { OpenDialog } from "./open-dialog";

interface ListDialogProps {
  dialog: Extract<OpenDialog, { kind: "pick" | "project" | "label" | "filter" | "shortcuts" }>;
  /** What was typed while this was on its way. */
  typedBefore: () => string;
  onClose: () => void;
}

export function ListDialog({ dialog, typedBefore, onClose }: ListDialogProps): JSX.Element {
  switch (dialog.kind) {
    case "pick":
      return <PickDialog what={dialog.what} tasks={dialog.tasks} typedBefore={typedBefore} onClose={onClose} />;
    case "project":
      return <ProjectDialog project={dialog.project} onClose={onClose} />;
    case "label":
      return <LabelDialog label={dialog.label} onClose={onClose} />;
    case "filter":
      return <FilterDialog filter={dialog.filter} onClose={onClose} />;
    case "shortcuts":
      return <ShortcutSheet onClose={onClose} />;
  }
}
