// Which dialog is open. Held outside of the tree: told through it, each that opens or goes would send React through every
// row of the page, to look for who asks.
import { useSyncExternalStore } from "react";
import type { Label, Project, SavedFilter, Task } from "@/lib/api/types";
import type { Day } from "@/lib/dates";

export type OpenDialog =
  | { kind: "quick-add"; projectId: string | undefined; text: string; day: Day | undefined }
  | { kind: "palette"; task: Task | null }
  | { kind: "task"; task: Task }
  | { kind: "project"; project: Project | null }
  | { kind: "pick"; what: "date" | "labels" | "place"; tasks: readonly Task[] }
  | { kind: "label"; label: Label | null }
  | { kind: "filter"; filter: SavedFilter | null }
  | { kind: "shortcuts" }
  | { kind: "navigation" }
  | { kind: "chat" };

let opened: OpenDialog | null = null;
const listeners = new Set<() => void>();

function set(next: OpenDialog | null): void {
  opened = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const openDialog: (dialog: OpenDialog) => void = set;

export function closeDialog(): void {
  set(null);
}

/** What is chosen of the open dialog. Whoever asks is drawn anew when that becomes another, and only then. */
export function useOpenDialog<Chosen>(choose: (dialog: OpenDialog | null) => Chosen): Chosen {
  return useSyncExternalStore(
    subscribe,
    () => choose(opened),
    () => choose(null),
  );
}
