// What keys do in an outline. With Alt arrows move the row at once. `m` begins moving it with plain keys, Tab among them,
// until Enter, Escape or m ends that. Pure.
import { type Deed, deedOf } from "@/lib/keys";

export type OutlineKey = Deed<"outline" | "arranging">;

type Key = Parameters<typeof deedOf>[1];

export function stepKey(event: Key, arranging: boolean): OutlineKey | null {
  return (arranging ? deedOf("arranging", event) : undefined) ?? stepOf(event, arranging);
}

function stepOf(event: Key, arranging: boolean): OutlineKey | null {
  const deed = deedOf("outline", event);
  return deed === undefined || (arranging && (deed === "arrange" || deed === "addBelow")) ? null : deed;
}
