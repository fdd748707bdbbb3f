import { describe, expect, it } from "vitest";
import { KEYS } from "./all-keys";
import { combosOf, nameOfDeed, namesOf } from "./key-names";
import { ANYWHERE, deedOf, TASK } from "./keys";
import { WRITING } from "./keys-of-parts";

/** The key of a combination such as "Alt+ArrowUp", as the browser tells of it. */
function pressOf(combo: string) {
  const held = combo.split("+").slice(0, -1);
  const [key = ""] = combo.split("+").slice(-1);
  return { key, ctrlKey: held.includes("Ctrl"), altKey: held.includes("Alt"), shiftKey: held.includes("Shift") };
}

const ALL = Object.entries(KEYS).flatMap(([place, deeds]) => Object.entries(deeds).map(([combo, deed]) => [place, combo, deed, deeds] as const));

describe("deedOf", () => {
  it.each(ALL)("in %s %j does %s", (_place, combo, deed, deeds) => {
    expect(deedOf<Record<string, string>>(deeds, pressOf(combo))).toBe(deed);
  });

  it("takes Cmd for Ctrl, and letters as they come from a keyboard that is locked to capitals", () => {
    expect(deedOf(ANYWHERE, { key: "k", metaKey: true })).toBe("palette");
    expect(deedOf(ANYWHERE, { key: "K", ctrlKey: true })).toBe("palette");
    expect(deedOf(WRITING, { key: "Enter", metaKey: true })).toBe("save");
  });

  it.each([
    { key: "k", ctrlKey: true, shiftKey: true },
    { key: "k", ctrlKey: true, altKey: true },
    { key: "l", ctrlKey: true },
    { key: "q", altKey: true },
    { key: "ArrowDown", shiftKey: true },
    { key: "y" },
  ])("does nothing with %o", (press) => {
    expect(deedOf(ANYWHERE, press)).toBeUndefined();
  });

  it("asks for Shift and Alt only where they don't make the letter", () => {
    expect(deedOf(ANYWHERE, { key: "?", shiftKey: true })).toBe("sheet");
    expect(deedOf(TASK, { key: "#", shiftKey: true })).toBe("labels");
    expect(deedOf(TASK, { key: "#", altKey: true })).toBe("labels");
    expect(deedOf(WRITING, { key: "Enter", shiftKey: true })).toBeUndefined();
  });
});

describe("namesOf", () => {
  it.each([
    [["Ctrl+k"], ["Ctrl", "K"]],
    [["j", "ArrowDown"], ["J", "↓"]],
    [["Alt+ArrowUp", "Alt+ArrowDown"], ["Alt", "↑↓"]],
    [["Alt+ArrowUp", "Alt+ArrowUp", "Alt+ArrowDown"], ["Alt", "↑↓"]],
    [["Delete", "Backspace"], ["Del", "Backspace"]],
    [["1", "2"], ["1", "2"]],
    [[" "], ["Space"]],
    [[], []],
  ])("%j is %j", (combos, names) => {
    expect(namesOf(combos)).toEqual(names);
  });

  it("finds what does something, and calls it by its first key", () => {
    expect(combosOf("task", "labels")).toEqual(["#", "l"]);
    expect(nameOfDeed("task", "labels")).toBe("#");
    expect(nameOfDeed("anywhere", "palette")).toBe("Ctrl K");
    expect(nameOfDeed("task", "toggle")).toBe("Space");
  });
});
