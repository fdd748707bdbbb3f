// Which dialog is open. Held outside of the tree: told through it, each that opens or goes would send React through every
// row of the page, to look for who asks.
import type { Label, Project, SavedFilter, Task } from "@/lib/api/types";
import type { Day } from "@/lib/dates";
import { storeOf, useStore } from "@/lib/store";

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

const opened = storeOf<OpenDialog | null>(null);

export const openDialog: (dialog: OpenDialog) => void = opened.set;

export function closeDialog(): void {
  opened.set(null);
}

/** What is chosen of the open dialog. Whoever asks is drawn anew when that becomes another, and only then. */
export function useOpenDialog<Chosen>(choose: (dialog: OpenDialog | null) => Chosen): Chosen {
  return useStore(opened, choose, choose(null));
}
