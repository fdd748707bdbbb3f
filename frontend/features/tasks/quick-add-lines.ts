// Several lines at once, as they are pasted from elsewhere. Pure.
import type { QuickAddPreview, TaskCreate } from "@/lib/api/types";
import type { Day } from "@/lib/dates";

/** As many as the server takes in one command. */
export const MAX_LINES = 100;
const MAX_LENGTH = 1000;
const LIST_MARK = /^(?:[-*+•–]|\d{1,3}[.)])\s+(?:\[[ xX]?\]\s+)?|^\[[ xX]?\]\s+/;

/** The lines that say something, without the marks of a list. */
export function toLines(pasted: string): string[] {
  return pasted
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim().replace(LIST_MARK, "").trim().slice(0, MAX_LENGTH))
    .filter((line) => line !== "");
}

export interface ReadLine {
  /** The new task's own id: sending the lines twice makes each task once. */
  id: string;
  text: string;
  preview: QuickAddPreview;
}

/** Names of labels that there are not yet, each once. */
export function newLabels(lines: readonly ReadLine[]): string[] {
  const missing = lines.flatMap(({ preview }) => preview.labels.filter(({ id }) => id === null));
  return [...new Set(missing.map(({ name }) => name))];
}

/** Where the line says neither project nor day, those in hand hold. */
export interface InHand {
  projectId: string;
  day: Day | undefined;
}

export function toTask({ id, preview }: ReadLine, projectId: string, made: ReadonlyMap<string, string>): TaskCreate {
  const { recurrence, labels } = preview;
  return {
    id,
    title: preview.title,
    notes: preview.notes,
    priority: preview.priority,
    project_id: preview.project_id ?? projectId,
    section_id: preview.section_id,
    deadline: preview.deadline,
    duration_minutes: preview.duration_minutes,
    label_ids: labels.flatMap((label) => label.id ?? made.get(label.name) ?? []),
    recurrence: recurrence === null ? null : { rule: recurrence.rule, anchor: recurrence.anchor },
    ...(preview.due_at === null
      ? { due_date: preview.due_date }
      : { due_at: preview.due_at, time_zone: preview.time_zone }),
  };
}
