// What is written on keys, as the table of keys has them.
import { type DeedIn, KEYS, type Place } from "./all-keys";

const NAMES: Partial<Record<string, string>> = {
  " ": "Space",
  Escape: "Esc",
  Delete: "Del",
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
};

/** The keys that do this, in the table's order: "Ctrl+k". */
export function combosOf<P extends Place>(place: P, deed: DeedIn<P>): string[] {
  return Object.entries(KEYS[place]).flatMap(([combo, does]) => (does === deed ? [combo] : []));
}

/** What to press, key by key: `["Alt", "↑↓"]`. Arrows that go with the same other keys share one. */
export function namesOf(combos: readonly string[]): string[] {
  const names: string[] = [];
  const arrows = new Map<string, number>();
  for (const combo of new Set(combos)) {
    const parts = combo.split("+").map(nameOf);
    const last = parts.pop() ?? "";
    const held = parts.join("+");
    const beside = isArrow(last) ? arrows.get(held) : undefined;
    if (beside !== undefined) {
      names[beside] = `${names[beside] ?? ""}${last}`;
      continue;
    }
    names.push(...parts, last);
    if (isArrow(last) && held !== "") arrows.set(held, names.length - 1);
  }
  return names;
}

/** What to press for one deed, what goes before it among it: `["G", "T"]`. */
export function namesIn(place: Place, combos: readonly string[]): string[] {
  return namesOf([...(place === "goto" ? combosOf("anywhere", "goTo") : []), ...combos]);
}

/** The first of the keys that do this, in one: "Ctrl K". */
export function nameOfDeed<P extends Place>(place: P, deed: DeedIn<P>): string {
  return namesIn(place, combosOf(place, deed).slice(0, 1)).join(" ");
}

function nameOf(part: string): string {
  return NAMES[part] ?? (part.length === 1 ? part.toUpperCase() : part);
}

function isArrow(name: string): boolean {
  return "↑↓←→".includes(name);
}
