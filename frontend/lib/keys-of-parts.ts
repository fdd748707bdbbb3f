// The rest of the table of keys: those of parts that not every page has.

export const SELECTION = { "Ctrl+a": "all", Escape: "clear" } as const;

export const OUTLINE = {
  "Alt+ArrowUp": "up",
  "Alt+ArrowDown": "down",
  "Alt+ArrowLeft": "outdent",
  "Alt+ArrowRight": "indent",
  m: "arrange",
  a: "addBelow",
} as const;

/** In an outline once `arrange` has begun, until it is done: Tab leads on through the page as everywhere outside of it. */
export const ARRANGING = {
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
} as const;

export const BOARD = { "Alt+ArrowUp": "up", "Alt+ArrowDown": "down", "Alt+ArrowLeft": "left", "Alt+ArrowRight": "right" } as const;
export const UPCOMING = { "Alt+ArrowLeft": "earlier", "Alt+ArrowRight": "later" } as const;
export const SIDEBAR = { "Alt+ArrowUp": "up", "Alt+ArrowDown": "down", "Alt+ArrowLeft": "out", "Alt+ArrowRight": "in" } as const;
export const WRITING = { Enter: "send", "Ctrl+Enter": "save", Backspace: "putBack", Escape: "close" } as const;
