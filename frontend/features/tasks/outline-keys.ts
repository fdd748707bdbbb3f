// What keys do in an outline. With Alt arrows move the row at once. `m` begins moving it with plain keys, Tab among them,
// until Enter, Escape or m ends that. Pure.
import { type Deed, deedOf } from "@/lib/keys";
import { ARRANGING, OUTLINE } from "@/lib/keys-of-parts";

export type OutlineKey = Deed<typeof OUTLINE> | Deed<typeof ARRANGING>;

type Key = Parameters<typeof deedOf>[1];

export function stepKey(event: Key, arranging: boolean): OutlineKey | null {
  return (arranging ? deedOf(ARRANGING, event) : undefined) ?? stepOf(event, arranging);
}

function stepOf(event: Key, arranging: boolean): OutlineKey | null {
  const deed = deedOf(OUTLINE, event);
  return deed === undefined || (arranging && (deed === "arrange" || deed === "addBelow")) ? null : deed;
}
