// The table of keys as people read it: in groups, one line for all keys that belong together. Pure.
import { type DeedIn, KEYS, type Place } from "@/lib/all-keys";
import { namesIn } from "@/lib/key-names";

/** The words of each deed; those that share them share a line. */
const WORDS = {
  anywhere: {
    palette: "palette",
    quickAdd: "quickAdd",
    assistant: "assistant",
    undo: "undo",
    sheet: "sheet",
    next: "next",
    previous: "previous",
  },
  goto: { today: "today", upcoming: "upcoming", inbox: "inbox", settings: "settings" },
  task: {
    toggle: "toggle",
    edit: "edit",
    open: "edit",
    date: "date",
    priority1: "priority",
    priority2: "priority",
    priority3: "priority",
    priority4: "priority",
    labels: "labels",
    place: "place",
    remove: "remove",
    select: "select",
    extendUp: "extend",
    extendDown: "extend",
  },
  selection: { all: "selectAll", clear: "clear" },
  outline: { up: "reorder", down: "reorder", outdent: "indent", indent: "indent", arrange: "arrange", addBelow: "addBelow" },
  board: { up: "reorder", down: "reorder", left: "indent", right: "indent" },
  upcoming: { earlier: "day", later: "day" },
  sidebar: { up: "lists", down: "lists", out: "lists", in: "lists" },
  writing: { send: "send", save: "saveTask", putBack: "putBack", close: "close" },
} as const satisfies { [P in Exclude<Place, "arranging">]: Record<Exclude<DeedIn<P>, "goTo">, string> };

type Told = keyof typeof WORDS;
type Word = { [P in Told]: (typeof WORDS)[P][keyof (typeof WORDS)[P]] }[Told];

/** What begins with `arrange` is told in its line: `arranging` has none of its own. `goTo` is told with each page. */
const GROUPS = [
  { title: "shortcuts.anywhere", places: ["anywhere"] },
  { title: "palette.pages", places: ["goto"] },
  { title: "shortcuts.inList", places: ["task", "selection"] },
  { title: "shortcuts.moving", places: ["outline", "board", "upcoming", "sidebar"] },
  { title: "shortcuts.writing", places: ["writing"] },
] as const satisfies { title: string; places: readonly Told[] }[];

export interface ShortcutGroup {
  title: (typeof GROUPS)[number]["title"];
  rows: { word: Word; keys: string[] }[];
}

export function shortcutGroups(): ShortcutGroup[] {
  return GROUPS.map(({ title, places }) => ({ title, rows: rowsOf(places) }));
}

function rowsOf(places: readonly Told[]): ShortcutGroup["rows"] {
  const combos = new Map<Word, { place: Told; keys: string[] }>();
  for (const place of places) {
    const words: Partial<Record<string, Word>> = WORDS[place];
    for (const [combo, deed] of Object.entries(KEYS[place])) {
      const word = words[deed];
      if (word !== undefined) combos.set(word, { place, keys: [...(combos.get(word)?.keys ?? []), combo] });
    }
  }
  return Array.from(combos, ([word, { place, keys }]) => ({ word, keys: namesIn(place, keys) }));
}
