// Adding a task at a place of its own: below another, or in a section. The line is read as in quick add.
import { type ChangeResult, useChange } from "@/features/changes/use-change";
import { api, read, type Written, written } from "@/lib/api/client";
import type { QuickAddPreview, Task, TaskCreate } from "@/lib/api/types";
import { useTexts } from "@/lib/texts/texts-provider";
import { uuidv7 } from "@/lib/uuid";
import { shorten } from "./shorten";

/** One of them says where. */
export interface NewPlace {
  project_id?: string;
  section_id?: string;
  parent_id?: string;
}

interface NewTask {
  text: string;
  place: NewPlace;
  /** What the message calls the place. */
  where: string;
}

export function useAddHere(): ChangeResult<NewTask, Task> {
  const { t } = useTexts();
  return useChange({
    send: add,
    said: ({ where }, { title }) => t("tasks.addedToast", { title: shorten(title), project: where }),
  });
}

async function add({ text, place }: NewTask): Promise<Written<Task>> {
  const understood = await read(api.POST("/api/quick-add/preview", { body: { text } }));
  return written(api.POST("/api/tasks", { body: { ...toCreate(understood, await labelsOf(understood)), ...place } }));
}

function toCreate(understood: QuickAddPreview, label_ids: string[]): TaskCreate {
  const { title, notes, due_date, due_at, time_zone, deadline, duration_minutes, priority, recurrence } = understood;
  const due = due_at !== null ? { due_at, time_zone } : due_date !== null ? { due_date } : {};
  const rule = recurrence === null ? {} : { recurrence: { rule: recurrence.rule, anchor: recurrence.anchor } };
  return { id: uuidv7(), title, notes, deadline, duration_minutes, priority, label_ids, ...due, ...rule };
}

/** Their ids; labels that are new are made first. */
async function labelsOf({ labels }: QuickAddPreview): Promise<string[]> {
  const make = async (name: string): Promise<string> => (await read(api.POST("/api/labels", { body: { name } }))).id;
  return Promise.all(labels.map(async ({ id, name }) => id ?? (await make(name))));
}
