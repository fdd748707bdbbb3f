// What keys do in an outline. With Alt arrows move the row at once. `m` begins moving it with plain keys, Tab among them,
// until Enter, Escape or m ends that: outside of it Tab leads on through the page as everywhere. Pure.
import type { Step } from "./outline";

export type OutlineKey = Step | "arrange" | "done" | "addBelow";

interface Key {
  key: string;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
}

const ARROWS: Partial<Record<string, Step>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowRight: "indent",
  ArrowLeft: "outdent",
};
const ENDS = new Set(["Enter", "Escape", "m", " "]);

export function stepKey({ key, altKey, ctrlKey, metaKey, shiftKey }: Key, arranging: boolean): OutlineKey | null {
  if (ctrlKey || metaKey) return null;
  if (altKey) return ARROWS[key] ?? null;
  if (!arranging) return key === "m" ? "arrange" : key === "a" ? "addBelow" : null;
  if (key === "Tab") return shiftKey ? "outdent" : "indent";
  if (key === "k" || key === "j") return key === "k" ? "up" : "down";
  return ENDS.has(key) ? "done" : (ARROWS[key] ?? null);
}
