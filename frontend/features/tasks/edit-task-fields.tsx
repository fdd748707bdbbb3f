"use client";
// The fields of the edit form.
import { Flag } from "lucide-react";
import type { JSX, KeyboardEvent } from "react";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { ProjectDot } from "@/features/projects/project-dot";
import { useProjects } from "@/features/projects/queries";
import type { Task } from "@/lib/api/types";
import { cn } from "@/lib/class-names";
import { useTexts } from "@/lib/texts/texts-provider";
import { DueFields } from "./due-fields";
import { PRIORITIES, priorityKey } from "./priority";
import type { TaskDraft } from "./task-draft";

interface EditTaskFieldsProps {
  task: Task;
  draft: TaskDraft;
  onChange: (change: Partial<TaskDraft>) => void;
}

/** Grows with what is written in it. */
const growing = "w-full resize-none bg-transparent outline-none [field-sizing:content]";

export function EditTaskFields({ draft, onChange }: EditTaskFieldsProps): JSX.Element {
  const { t } = useTexts();
  const projects = useProjects();
  return (
    <div className="flex flex-col gap-5 overflow-y-auto px-6 pt-6 pb-1">
      <div>
        <textarea
          aria-label={t("tasks.title")}
          value={draft.title}
          onChange={(event) => onChange({ title: event.target.value.replace(/\s*\n\s*/g, " ") })}
          onKeyDown={submitOnEnter}
          maxLength={500}
          rows={1}
          className={cn(growing, "text-xl font-medium tracking-[-0.014em]")}
        />
        <textarea
          aria-label={t("tasks.notes")}
          value={draft.notes}
          onChange={(event) => onChange({ notes: event.target.value })}
          placeholder={t("tasks.notesPlaceholder")}
          rows={3}
          className={cn(growing, "mt-1 max-h-64 min-h-18 text-ink-soft")}
        />
      </div>
      <DueFields day={draft.day} time={draft.time} onChange={onChange} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t("tasks.projectLabel")}>
          {(control) => (
            <Select
              {...control}
              value={draft.projectId}
              onChange={(projectId) => onChange({ projectId })}
              options={projects.map(({ id, name, color }) => ({
                value: id,
                label: name,
                mark: <ProjectDot color={color} />,
              }))}
            />
          )}
        </Field>
        <Field label={t("tasks.priorityLabel")}>
          {(control) => (
            <Select
              {...control}
              value={String(draft.priority)}
              onChange={(priority) => onChange({ priority: Number(priority) })}
              options={PRIORITIES.map((priority) => ({
                value: String(priority),
                label: t(priorityKey(priority)),
                mark: <Flag aria-hidden data-priority={priority} className="size-4 text-(--ring)" />,
              }))}
            />
          )}
        </Field>
      </div>
    </div>
  );
}

/** A title is one line. With Ctrl it is up to the form. */
function submitOnEnter(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== "Enter" || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}
