// A task as it stands in the edit form, and what of it was changed. Pure.
import type { Task, TaskPatch } from "@/lib/api/types";
import type { Day, Time } from "@/lib/dates";
import { type Due, dueFields, dueOf, isSameDue } from "./due";

export interface TaskDraft {
  title: string;
  notes: string;
  projectId: string;
  priority: number;
  /** Empty when there is none. */
  day: Day;
  /** Empty when there is none. */
  time: Time;
}

export function toDraft(task: Task, zone: string): TaskDraft {
  const due = dueOf(task, zone);
  return {
    title: task.title,
    notes: task.notes,
    projectId: task.project_id,
    priority: task.priority,
    day: due?.day ?? "",
    time: due?.time ?? "",
  };
}

/** Only what differs from the task; empty when nothing does. */
export function toPatch(draft: TaskDraft, task: Task, zone: string): TaskPatch {
  const patch: TaskPatch = {};
  const title = draft.title.trim();
  const due = toDue(draft);
  if (title !== task.title) patch.title = title;
  if (draft.notes !== task.notes) patch.notes = draft.notes;
  if (draft.projectId !== task.project_id) patch.project_id = draft.projectId;
  if (draft.priority !== task.priority) patch.priority = draft.priority;
  if (!isSameDue(due, dueOf(task, zone))) Object.assign(patch, dueFields(due, zone));
  return patch;
}

export function isChanged(patch: TaskPatch): boolean {
  return Object.keys(patch).length > 0;
}

function toDue({ day, time }: TaskDraft): Due | null {
  return day === "" ? null : { day, time: time === "" ? null : time };
}
