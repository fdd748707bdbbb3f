import { beforeEach, expect, it } from "vitest";
import { selection } from "./selection";

beforeEach(() => selection.clear());

it("takes in and leaves out", () => {
  selection.toggle("a");
  selection.add(["b", "a"]);
  expect([...selection.get()]).toEqual(["a", "b"]);
  selection.toggle("a");
  expect(selection.has("a")).toBe(false);
  selection.clear();
  expect(selection.get().size).toBe(0);
});

it("gives the same set for as long as nothing changes, so that nothing is drawn anew", () => {
  selection.clear();
  const before = selection.get();
  selection.clear();
  expect(selection.get()).toBe(before);
});
