// The table of keys as a whole, for what tells of it.
import { ANYWHERE, GOTO, TASK } from "./keys";
import { ARRANGING, BOARD, OUTLINE, SELECTION, SIDEBAR, UPCOMING, WRITING } from "./keys-of-parts";

export const KEYS = {
  anywhere: ANYWHERE,
  goto: GOTO,
  task: TASK,
  selection: SELECTION,
  outline: OUTLINE,
  arranging: ARRANGING,
  board: BOARD,
  upcoming: UPCOMING,
  sidebar: SIDEBAR,
  writing: WRITING,
} as const;

export type Place = keyof typeof KEYS;
export type DeedIn<P extends Place> = P extends Place ? (typeof KEYS)[P][keyof (typeof KEYS)[P]] : never;
