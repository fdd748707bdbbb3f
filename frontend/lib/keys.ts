// Every key that does something of its own: where it holds, and what it does. Who listens for keys looks them up here, and
// what is told of them is drawn from here. Keys that controls have anyway (arrows in a menu, Enter on a button) are not.

interface Key {
  key: string;
  shiftKey?: boolean;
  ctrlKey?: boolean;
  metaKey?: boolean;
  altKey?: boolean;
}

export const KEYS = {
  anywhere: {
    "Ctrl+k": "palette",
    q: "quickAdd",
    c: "assistant",
    z: "undo",
    "?": "sheet",
    j: "next",
    ArrowDown: "next",
    k: "previous",
    ArrowUp: "previous",
  },
  /** On a task. Enter is the title's own, which is a button. */
  task: {
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
  },
  selection: { Escape: "clear" },
  outline: {
    "Alt+ArrowUp": "up",
    "Alt+ArrowDown": "down",
    "Alt+ArrowLeft": "outdent",
    "Alt+ArrowRight": "indent",
    m: "arrange",
    a: "addBelow",
  },
  /** In an outline once `arrange` has begun, until it is done: Tab leads on through the page as everywhere outside of it. */
  arranging: {
    ArrowUp: "up",
    k: "up",
    ArrowDown: "down",
    j: "down",
    ArrowLeft: "outdent",
    "Shift+Tab": "outdent",
    ArrowRight: "indent",
    Tab: "indent",
    Enter: "done",
    Escape: "done",
    m: "done",
  },
  board: { "Alt+ArrowUp": "up", "Alt+ArrowDown": "down", "Alt+ArrowLeft": "left", "Alt+ArrowRight": "right" },
  upcoming: { "Alt+ArrowLeft": "earlier", "Alt+ArrowRight": "later" },
  sidebar: { "Alt+ArrowUp": "up", "Alt+ArrowDown": "down", "Alt+ArrowLeft": "out", "Alt+ArrowRight": "in" },
  writing: { Enter: "send", "Ctrl+Enter": "save", Backspace: "putBack", Escape: "close" },
} as const;

export type Place = keyof typeof KEYS;
export type Deed<P extends Place> = P extends Place ? (typeof KEYS)[P][keyof (typeof KEYS)[P]] : never;

/** What a key does in a place; undefined where it does nothing. */
export function deedOf<P extends Place>(place: P, event: Key): Deed<P> | undefined {
  const deeds: Partial<Record<string, string>> = KEYS[place];
  return deeds[comboOf(event)] as Deed<P> | undefined;
}

/** Cmd is as good as Ctrl. Shift counts where it makes no other letter, and Alt where it does not make the letter. */
function comboOf({ key, shiftKey, ctrlKey, metaKey, altKey }: Key): string {
  const isCtrl = ctrlKey === true || metaKey === true;
  const isShift = shiftKey === true && (isCtrl || key.length > 1);
  const isAlt = altKey === true && key !== "#";
  return `${isCtrl ? "Ctrl+" : ""}${isAlt ? "Alt+" : ""}${isShift ? "Shift+" : ""}${isCtrl && key.length === 1 ? key.toLowerCase() : key}`;
}
