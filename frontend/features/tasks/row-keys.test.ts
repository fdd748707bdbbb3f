import { expect, it } from "vitest";
import { rowCommand } from "./row-keys";

it.each([
  ["x", false, "select"],
  ["x", true, "select"],
  [" ", true, "toggle"],
  [" ", false, null],
  ["e", true, "edit"],
  ["d", true, "date"],
  ["#", true, "labels"],
  ["v", true, "place"],
  ["1", true, "priority1"],
  ["4", false, "priority4"],
  ["5", true, null],
  ["Enter", true, null],
  ["Delete", false, "remove"],
  ["Backspace", true, "remove"],
  ["Backspace", false, null],
  ["b", true, null],
  ["Tab", true, null],
] as const)("%j, on the title %s: %s", (key, onTitle, action) => {
  expect(rowCommand({ key }, onTitle)).toBe(action);
});

it("leaves keys with a modifier to others, but extends the selection with Shift and arrows", () => {
  expect(rowCommand({ key: "x", ctrlKey: true }, true)).toBeNull();
  expect(rowCommand({ key: "d", metaKey: true }, true)).toBeNull();
  expect(rowCommand({ key: "ArrowDown", shiftKey: true }, true)).toBe("extendDown");
  expect(rowCommand({ key: "ArrowUp", shiftKey: true }, true)).toBe("extendUp");
  expect(rowCommand({ key: "#", altKey: true }, true)).toBe("labels");
});
