// Sections, labels and filters as the API gives them, for unit tests.
import type { Label, SavedFilter, Section } from "@/lib/api/types";

const MADE = "2026-11-01T08:00:00Z";
const KEPT = { position: "V", version: 1, created_at: MADE, updated_at: MADE };

export function aSection(change: Partial<Section> = {}): Section {
  return { id: "later", project_id: "home", name: "Later", ...KEPT, ...change };
}

export function aLabel(change: Partial<Label> = {}): Label {
  return { id: "phone", name: "phone", color: "teal", is_favorite: false, ...KEPT, ...change };
}

export function aFilter(change: Partial<SavedFilter> = {}): SavedFilter {
  return { id: "urgent", name: "Urgent", query: "p1 & today", color: "red", is_favorite: false, ...KEPT, ...change };
}
