export const texts = {
  undo: "Undo",
  redo: "Redo",
  undone: "Undone",
  redone: "Done again",
} as const;
