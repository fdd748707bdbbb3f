// What the parts of a task are called, for telling which of them changed. Pure.
import type { TextKey } from "@/lib/texts/catalogue";
import type { Texts } from "@/lib/texts/translate";

const NAMES: Partial<Record<string, TextKey>> = {
  title: "tasks.title",
  name: "projects.name",
  notes: "tasks.notes",
  priority: "tasks.priorityLabel",
  project_id: "tasks.projectLabel",
  section_id: "sections.section",
  parent_id: "activity.place",
  position: "activity.place",
  due_date: "tasks.dateLabel",
  due_at: "tasks.dateLabel",
  deadline: "tasks.deadline",
  duration_minutes: "tasks.duration",
  label_ids: "tasks.labels",
  recurrence: "rules.label",
  completed_at: "tasks.completed",
  color: "projects.color",
};

/** Each once, in the order they come in; fields that mean nothing to a person are left out. */
export function fieldNames(fields: readonly string[], { t }: Texts): string {
  const keys = fields.map((field) => (Object.hasOwn(NAMES, field) ? NAMES[field] : undefined)).filter((key) => key !== undefined);
  return [...new Set(keys)].map((key) => (t as (key: TextKey) => string)(key)).join(", ");
}
