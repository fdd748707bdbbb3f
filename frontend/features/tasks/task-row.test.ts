import { expect, it } from "vitest";
import { rowKeyAction } from "./task-row";

it.each([
  ["x", false, "toggle"],
  ["x", true, "toggle"],
  [" ", true, "toggle"],
  [" ", false, null],
  ["e", true, "edit"],
  ["Enter", true, null],
  ["Delete", false, "remove"],
  ["Backspace", true, "remove"],
  ["Backspace", false, null],
  ["a", true, null],
] as const)("%j, on the title %s: %s", (key, onTitle, action) => {
  expect(rowKeyAction(key, onTitle)).toBe(action);
});
