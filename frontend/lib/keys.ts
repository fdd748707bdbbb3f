// The table of keys: every key that does something of its own, by the place where it holds. Who listens for keys looks them up
// here, and what is told of them is drawn from here. Keys that controls have anyway (arrows in a menu, Enter on a button) are
// not in it. This part comes with every page; keys-of-parts.ts has what comes later.

interface Key {
  key: string;
  shiftKey?: boolean;
  ctrlKey?: boolean;
  metaKey?: boolean;
  altKey?: boolean;
}

export const ANYWHERE = {
  "Ctrl+k": "palette",
  q: "quickAdd",
  c: "assistant",
  z: "undo",
  "?": "sheet",
  j: "next",
  ArrowDown: "next",
  k: "previous",
  ArrowUp: "previous",
  g: "goTo",
} as const;

/** After `goTo`: where to. None of these keys does anything else. */
export const GOTO = { t: "today", u: "upcoming", i: "inbox", s: "settings" } as const;

/** On a task. Enter is the title's own, which is a button. */
export const TASK = {
  " ": "toggle",
  e: "edit",
  Enter: "open",
  d: "date",
  "1": "priority1",
  "2": "priority2",
  "3": "priority3",
  "4": "priority4",
  "#": "labels",
  l: "labels",
  v: "place",
  Delete: "remove",
  Backspace: "remove",
  x: "select",
  "Shift+ArrowUp": "extendUp",
  "Shift+ArrowDown": "extendDown",
} as const;

export type Deed<Keys> = Keys[keyof Keys];

/** What a key does by these keys of a place; undefined where it does nothing. */
export function deedOf<Keys extends Record<string, string>>(keys: Keys, event: Key): Deed<Keys> | undefined {
  return (keys as Partial<Keys>)[comboOf(event)];
}

/** Cmd is as good as Ctrl. Shift counts where it makes no other letter, and Alt where it does not make the letter. */
function comboOf({ key, shiftKey, ctrlKey, metaKey, altKey }: Key): string {
  const isLetter = key.length < 2;
  const isCtrl = ctrlKey === true || metaKey === true;
  const held = `${isCtrl ? "Ctrl+" : ""}${altKey === true && key !== "#" ? "Alt+" : ""}`;
  if (shiftKey === true && (isCtrl || !isLetter)) return `${held}Shift+${key}`;
  return held + (isCtrl && isLetter ? key.toLowerCase() : key);
}
