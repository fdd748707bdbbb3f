// What keys do to the row that has the focus. Pure.

export type RowCommand =
  | "toggle"
  | "select"
  | "extendDown"
  | "extendUp"
  | "edit"
  | "remove"
  | "date"
  | "labels"
  | "place"
  | "priority1"
  | "priority2"
  | "priority3"
  | "priority4";

interface Key {
  key: string;
  shiftKey?: boolean;
  ctrlKey?: boolean;
  metaKey?: boolean;
  altKey?: boolean;
}

const COMMANDS: Partial<Record<string, RowCommand>> = {
  x: "select",
  e: "edit",
  d: "date",
  "#": "labels",
  l: "labels",
  v: "place",
  "1": "priority1",
  "2": "priority2",
  "3": "priority3",
  "4": "priority4",
  Delete: "remove",
};

/** Space belongs to whichever button has the focus, except on the title, where it completes. */
export function rowCommand(event: Key, onTitle: boolean): RowCommand | null {
  const { key } = event;
  // Where `#` is typed with Alt it is a letter all the same.
  if (event.ctrlKey === true || event.metaKey === true || (event.altKey === true && key !== "#")) return null;
  if (event.shiftKey === true && key === "ArrowDown") return "extendDown";
  if (event.shiftKey === true && key === "ArrowUp") return "extendUp";
  if (onTitle && key === " ") return "toggle";
  if (onTitle && key === "Backspace") return "remove";
  return COMMANDS[key] ?? null;
}
