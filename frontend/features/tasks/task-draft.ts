// A task as it stands in the edit form, and what of it was changed. Pure.
import type { Task, TaskMove, TaskPatch } from "@/lib/api/types";
import type { Day, Time } from "@/lib/dates";
import { type Due, dueFields, dueOf, isSameDue } from "./due";
import { topOf } from "./outline";
import type { Rule } from "./rule-words";

export interface TaskDraft {
  title: string;
  notes: string;
  projectId: string;
  sectionId: string | null;
  priority: number;
  labelIds: string[];
  /** Empty when there is none. */
  day: Day;
  /** Empty when there is none. */
  time: Time;
  recurrence: Rule | null;
  /** Empty when there is none. */
  deadline: Day;
  durationMinutes: number | null;
}

export function toDraft(task: Task, zone: string): TaskDraft {
  const due = dueOf(task, zone);
  return {
    title: task.title,
    notes: task.notes,
    projectId: task.project_id,
    sectionId: task.section_id,
    priority: task.priority,
    labelIds: task.label_ids,
    day: due?.day ?? "",
    time: due?.time ?? "",
    recurrence: task.recurrence === null ? null : { rule: task.recurrence.rule, anchor: task.recurrence.anchor },
    deadline: task.deadline ?? "",
    durationMinutes: task.duration_minutes,
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
  return { ...patch, ...detailsPatch(draft, task) };
}

function detailsPatch(draft: TaskDraft, task: Task): TaskPatch {
  const patch: TaskPatch = {};
  const deadline = draft.deadline === "" ? null : draft.deadline;
  if (!isSameSet(draft.labelIds, task.label_ids)) patch.label_ids = draft.labelIds;
  if (deadline !== task.deadline) patch.deadline = deadline;
  if (draft.durationMinutes !== task.duration_minutes) patch.duration_minutes = draft.durationMinutes;
  if (!isSameRule(draft.recurrence, task.recurrence)) patch.recurrence = draft.recurrence;
  return patch;
}

/** Where it goes, when that is another section; a mere other project is part of the patch. */
export function toMove({ sectionId, projectId }: TaskDraft, task: Task): TaskMove | null {
  if (sectionId !== null) return sectionId === task.section_id ? null : { section_id: sectionId };
  return task.section_id !== null && projectId === task.project_id ? topOf(projectId) : null;
}

/** What was changed in the form, on top of what the task has become elsewhere. */
export function rebased(draft: TaskDraft, task: Task, theirs: Task, zone: string): TaskDraft {
  const before = toDraft(task, zone);
  const mine = changedKeys(before, draft);
  return { ...toDraft(theirs, zone), ...Object.fromEntries(mine.map((key) => [key, draft[key]])) };
}

/** Names of what differs. */
export function changedKeys(first: TaskDraft, second: TaskDraft): (keyof TaskDraft)[] {
  const keys = Object.keys(first) as (keyof TaskDraft)[];
  return keys.filter((key) => JSON.stringify(first[key]) !== JSON.stringify(second[key]));
}

export function isChanged(patch: TaskPatch): boolean {
  return Object.keys(patch).length > 0;
}

function toDue({ day, time }: TaskDraft): Due | null {
  return day === "" ? null : { day, time: time === "" ? null : time };
}

function isSameSet(first: readonly string[], second: readonly string[]): boolean {
  return first.length === second.length && first.every((one) => second.includes(one));
}

function isSameRule(first: Rule | null, second: Rule | null): boolean {
  return first?.rule === second?.rule && first?.anchor === second?.anchor;
}
