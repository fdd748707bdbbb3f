import { describe, expect, it } from "vitest";
import { complete, completionsAt } from "./completion";

const NAMES = { projects: ["Work", "Work & Play", "Home office"], labels: ["phone", "Écran"] };
const offered = (text: string, caret = text.length): string[] => completionsAt(text, caret, NAMES).map((one) => one.text);

describe("completionsAt", () => {
  it("offers words that begin with what stands at the caret", () => {
    expect(offered("to")).toEqual(["today", "tomorrow"]);
    expect(offered("p1 & ov")).toEqual(["overdue"]);
    expect(offered("(today | ove")).toEqual(["overdue"]);
    expect(offered("!rec")).toEqual(["recurring"]);
  });

  it("offers projects and labels after their signs, in quotes where they need them", () => {
    expect(offered("#wo")).toEqual(["#Work", '#"Work & Play"']);
    expect(offered("#off")).toEqual(["#Home office"]);
    expect(offered("@ecr")).toEqual(["@Écran"]);
    expect(offered("@wo")).toEqual([]);
  });

  it("offers nothing where all is written, and the usual where nothing is", () => {
    expect(offered("today")).toEqual([]);
    expect(offered("")).toHaveLength(7);
  });

  it("offers what joins conditions where one is done", () => {
    const joins = [" & ", " | "];
    expect(offered("(p1 | p2)")).toEqual(joins);
    expect(offered("(p1 | p2) ")).toEqual(joins);
    expect(offered("today ")).toEqual(joins);
    expect(offered("#home office ")).toEqual(joins);
    expect(offered("(p1 | p2) & p1", 9)).toEqual([]);
    expect(offered("(p1 | p2) &")).toHaveLength(7);
  });

  it.each([
    ["(p1)|", "(p1) & |"],
    ["(p1)  |", "(p1) & |"],
    ["today |", "today & |"],
  ])("joins %s to %s", (marked, wanted) => {
    const caret = marked.indexOf("|");
    const [first] = completionsAt(marked.slice(0, caret), caret, NAMES);
    if (first === undefined) throw new Error("nothing is offered");
    const done = complete(marked.slice(0, caret), first);
    expect(`${done.text.slice(0, done.caret)}|`).toBe(wanted);
  });

  it.each([
    ["to|day & p1", "tomorrow", "tomorrow| & p1"],
    ["to|x", "today", "today|"],
    ["next| 7 dayz", "next 7 days", "next 7 days|"],
    ["n|ext 7 days", "no date", "no date| 7 days"],
    ["@ph|on", "@phone", "@phone|"],
    ["#ho|me office & p1", "#Home office", "#Home office| & p1"],
    ["to| & p1", "today", "today| & p1"],
  ])("in %s, %s gives %s", (marked, chosen, wanted) => {
    const caret = marked.indexOf("|");
    const text = marked.replace("|", "");
    const taken = completionsAt(text, caret, NAMES).find((one) => one.text === chosen);
    if (taken === undefined) throw new Error("it is not offered");
    const done = complete(text, taken);
    expect(`${done.text.slice(0, done.caret)}|${done.text.slice(done.caret)}`).toBe(wanted);
  });

  it.each([["tod|ay"], ["next| 7 days | p1"], ["#Ho|me office"]])("does not offer what stands in %s already", (marked) => {
    const caret = marked.indexOf("|");
    const text = marked.slice(0, caret) + marked.slice(caret + 1);
    expect(offered(text, caret).filter((one) => text.startsWith(one))).toEqual([]);
  });

  it("completes the condition at the caret alone", () => {
    const text = "to & p1";
    const [first] = completionsAt(text, 2, NAMES);
    if (first === undefined) throw new Error("nothing is offered");
    expect(complete(text, first)).toEqual({ text: "today & p1", caret: 5 });
  });
});
