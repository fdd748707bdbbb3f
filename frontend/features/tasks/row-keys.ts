// What keys do to the row that has the focus. Pure.
import { type Deed, deedOf, TASK } from "@/lib/keys";

export type RowCommand = Exclude<Deed<typeof TASK>, "open">;

type Key = Parameters<typeof deedOf>[1];

/** Space and Backspace belong to whichever button has the focus, except on the title. */
export function rowCommand(event: Key, onTitle: boolean): RowCommand | null {
  const deed = deedOf(TASK, event);
  if (deed === undefined || deed === "open") return null;
  return !onTitle && (event.key === " " || event.key === "Backspace") ? null : deed;
}
