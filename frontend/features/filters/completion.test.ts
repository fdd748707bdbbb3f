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

  it("completes the condition at the caret alone", () => {
    const text = "to & p1";
    const [first] = completionsAt(text, 2, NAMES);
    if (first === undefined) throw new Error("nothing is offered");
    expect(complete(text, first)).toEqual({ text: "today & p1", caret: 5 });
  });
});
