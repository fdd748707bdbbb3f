import { describe, expect, it } from "vitest";
import { matching, rank } from "./matching";

const LABELS = ["Today", "Upcoming", "Inbox", "New project", "Theme: Dark", "Küche renovieren", "Website relaunch", "Add task"];
const things = LABELS.map((label) => ({ label }));
const found = (text: string): string[] => matching(things, text).map(({ label }) => label);

describe("matching", () => {
  it("gives everything, in order, for nothing", () => {
    expect(found(" ")).toEqual(LABELS);
  });

  it.each([
    ["proj", ["New project"]],
    ["kuche", ["Küche renovieren"]],
    ["KÜCHE", ["Küche renovieren"]],
    ["dark theme", ["Theme: Dark"]],
    ["e t", ["New project", "Theme: Dark", "Küche renovieren", "Website relaunch"].filter((label) => /t/i.test(label))],
    ["xyz", []],
    ["(", []],
  ])("%j gives %j", (text, expected) => {
    expect(found(text).sort()).toEqual([...expected].sort());
  });

  it("puts the beginning of a label first, then beginnings of words, then the middle", () => {
    const some = ["Retask", "Add task", "Task list"].map((label) => ({ label }));
    expect(matching(some, "task").map(({ label }) => label)).toEqual(["Task list", "Add task", "Retask"]);
  });

  it("finds every label by each of its beginnings, and by its words in any order", () => {
    for (const label of LABELS) {
      for (let length = 1; length <= label.length; length++) expect(rank(label, label.slice(0, length))).toBe(0);
      expect(rank(label, label.split(/[ :]+/).reverse().join(" "))).not.toBeNull();
    }
  });

  it("never finds more for a longer text", () => {
    for (const text of ["t", "to", "tod", "toda", "today"]) {
      const longer = found(`${text}a`);
      expect(found(text)).toEqual(expect.arrayContaining(longer));
    }
  });
});
