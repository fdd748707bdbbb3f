// What the server tells of while it happens, as typed events.
import type { Task } from "@/lib/api/types";
import { readEvents } from "@/lib/server-sent-events";

export interface LiveChange {
  id: number;
  entity: "task" | "project" | "section" | "label" | "saved_filter" | "reminder";
  entity_id: string;
  version: number;
  kind: "create" | "update" | "delete";
  /** The command that did it, as in the header `Change-Group`. */
  group: string;
  /** As it is by now, in this version or a later one; null when it is gone, or has to be asked for. */
  task?: Task | null;
}

export interface DueReminder {
  reminder_id: string;
  task_id: string;
  title: string;
  fire_at: string;
}

export type LiveEvent =
  | { event: "ready"; data: object }
  | { event: "change"; data: LiveChange }
  | { event: "reminder"; data: DueReminder }
  /** Something is gone from the trash for good, and the activity has forgotten it. */
  | { event: "purge"; data: object }
  /** Events are lost: everything has to be loaded again. */
  | { event: "reset"; data: object };

const NAMES: ReadonlySet<string> = new Set(["ready", "change", "reminder", "purge", "reset"]);

/** Events in order until the stream ends. Kinds that are not known here are passed over. */
export async function* readLiveEvents(
  body: ReadableStream<Uint8Array>,
  onId: (id: string) => void,
): AsyncGenerator<LiveEvent> {
  for await (const { event, data } of readEvents(body, onId)) {
    if (NAMES.has(event)) yield { event, data: JSON.parse(data) as unknown } as LiveEvent;
  }
}
