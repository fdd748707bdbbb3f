"use client";
// Where a task belongs: project, section, priority and labels.
import { Flag, Tag } from "lucide-react";
import { type JSX, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { LabelPicker } from "@/features/labels/label-picker";
import { useLabels } from "@/features/labels/queries";
import { ProjectDot } from "@/features/projects/project-dot";
import { projectName } from "@/features/projects/project-name";
import { useProjects } from "@/features/projects/queries";
import { useSections } from "@/features/sections/queries";
import { useTexts } from "@/lib/texts/texts-provider";
import { PRIORITIES, priorityKey } from "./priority";
import type { TaskDraft } from "./task-draft";

interface PlaceFieldsProps {
  draft: TaskDraft;
  onChange: (change: Partial<TaskDraft>) => void;
}

export function PlaceFields({ draft, onChange }: PlaceFieldsProps): JSX.Element {
  const { t } = useTexts();
  const projects = useProjects();
  const sections = useSections(draft.projectId);
  return (
    <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
      <Field label={t("tasks.projectLabel")}>
        {(control) => (
          <Select
            {...control}
            value={draft.projectId}
            onChange={(projectId) => onChange({ projectId, sectionId: null })}
            options={projects.map((project) => ({
              value: project.id,
              label: projectName(project, t),
              mark: <ProjectDot color={project.color} />,
            }))}
          />
        )}
      </Field>
      {sections.length > 0 && (
        <Field label={t("sections.section")}>
          {(control) => (
            <Select
              {...control}
              value={draft.sectionId ?? ""}
              onChange={(sectionId) => onChange({ sectionId: sectionId === "" ? null : sectionId })}
              options={[
                { value: "", label: t("sections.none") },
                ...sections.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
          )}
        </Field>
      )}
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
      <LabelsField ids={draft.labelIds} onChange={(labelIds) => onChange({ labelIds })} />
    </div>
  );
}

interface LabelsFieldProps {
  ids: readonly string[];
  onChange: (ids: string[]) => void;
}

function LabelsField({ ids, onChange }: LabelsFieldProps): JSX.Element {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  const labels = useLabels().filter(({ id }) => ids.includes(id));
  const toggle = (id: string): void => onChange(ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id]);
  return (
    <div className="flex flex-col gap-1.5 sm:col-span-2">
      <span className="text-sm font-medium text-ink-soft">{t("tasks.labels")}</span>
      <div className="flex flex-wrap items-center gap-1.5">
        {labels.map(({ id, name, color }) => (
          <span key={id} data-color={color} className="label-chip max-w-full px-3 py-1.5 pointer-coarse:py-2.5">
            {name}
          </span>
        ))}
        <Button variant="quiet" size="small" className="bg-sunken" aria-expanded={open} onClick={() => setOpen(!open)}>
          <Tag aria-hidden className="size-3.5" />
          {labels.length === 0 ? t("labels.add") : t("labels.change")}
        </Button>
      </div>
      {open && (
        <LabelPicker
          chosen={(id) => (ids.includes(id) ? "all" : "none")}
          onToggle={toggle}
          onDone={() => setOpen(false)}
        />
      )}
    </div>
  );
}
