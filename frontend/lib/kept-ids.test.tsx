import { beforeEach, describe, expect, it, vi } from "vitest";
import { keptIds } from "./kept-ids";

describe("keptIds", () => {
  beforeEach(() => window.localStorage.clear());

  it.each([
    [null, []],
    ["", []],
    ["a b", ["a", "b"]],
  ])("begins with what the device remembers (%j)", (stored, ids) => {
    if (stored !== null) window.localStorage.setItem("things", stored);
    expect([...keptIds("things").get()]).toEqual(ids);
  });

  it("puts in and takes out, tells whoever listens, and remembers it", () => {
    const things = keptIds("things");
    const told = vi.fn();
    const leave = things.subscribe(told);
    things.toggle("a");
    things.toggle("b");
    expect([...things.get()]).toEqual(["a", "b"]);
    expect([...keptIds("things").get()]).toEqual(["a", "b"]);
    leave();
    things.toggle("a");
    expect(told).toHaveBeenCalledTimes(2);
    expect([...keptIds("things").get()]).toEqual(["b"]);
  });

  it("gives another set when anything changes, and the same until then", () => {
    const things = keptIds("things");
    const before = things.get();
    expect(things.get()).toBe(before);
    things.toggle("a");
    expect(things.get()).not.toBe(before);
    expect(before.size).toBe(0);
  });

  it("keeps kinds of things apart", () => {
    keptIds("things").toggle("a");
    expect(keptIds("others").get().size).toBe(0);
  });
});
