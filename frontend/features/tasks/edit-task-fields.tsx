"use client";
// The fields of the edit form.
import { type JSX, type KeyboardEvent, useDeferredValue } from "react";
import type { Task } from "@/lib/api/types";
import { cn } from "@/lib/class-names";
import { useTexts } from "@/lib/texts/texts-provider";
import { DueFields } from "./due-fields";
import { PlaceFields } from "./place-fields";
import { PlanFields } from "./plan-fields";
import type { TaskDraft } from "./task-draft";
import { TaskParts } from "./task-parts";

interface EditTaskFieldsProps {
  task: Task;
  draft: TaskDraft;
  onChange: (change: Partial<TaskDraft>) => void;
}

/** Grows with what is written in it. */
const growing = "w-full resize-none bg-transparent outline-none [field-sizing:content]";

export function EditTaskFields({ task, draft, onChange }: EditTaskFieldsProps): JSX.Element {
  const { t } = useTexts();
  // The form opens with what most come for; the rest takes the place that is kept for it a moment later.
  const restIsDue = useDeferredValue(true, false);
  return (
    <div className="flex flex-col gap-5 overflow-y-auto px-6 pt-6 pb-5">
      <div>
        <textarea
          aria-label={t("tasks.title")}
          value={draft.title}
          onChange={(event) => onChange({ title: event.target.value.replace(/\s*\n\s*/g, " ") })}
          onKeyDown={submitOnEnter}
          maxLength={500}
          rows={1}
          className={cn(growing, "pointer-coarse:relative pointer-coarse:-my-2 pointer-coarse:py-2 text-xl font-medium tracking-[-0.014em]")}
        />
        <textarea
          aria-label={t("tasks.notes")}
          value={draft.notes}
          onChange={(event) => onChange({ notes: event.target.value })}
          placeholder={t("tasks.notesPlaceholder")}
          rows={3}
          className={cn(growing, "relative mt-1 max-h-64 min-h-18 text-ink-soft")}
        />
      </div>
      {restIsDue ? <Details task={task} draft={draft} onChange={onChange} /> : <div className="h-108 shrink-0" />}
    </div>
  );
}

function Details({ task, draft, onChange }: EditTaskFieldsProps): JSX.Element {
  return (
    <>
      <DueFields draft={draft} onChange={onChange} />
      <PlaceFields draft={draft} onChange={onChange} />
      <PlanFields draft={draft} onChange={onChange} />
      <TaskParts task={task} />
    </>
  );
}

/** A title is one line. With Ctrl it is up to the form. */
function submitOnEnter(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== "Enter" || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}
