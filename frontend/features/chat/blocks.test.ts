import { describe, expect, it } from "vitest";
import { aCard, aTask } from "@/tests/fixtures";
import { toBlocks } from "./blocks";
import { withoutRepeats } from "./repeated";

describe("toBlocks", () => {
  it("tells paragraphs from lists", () => {
    expect(toBlocks("2 tasks:\n- Pay rent\n* Call Mum\n\nThat is all.")).toEqual([
      { kind: "paragraph", text: "2 tasks:" },
      { kind: "list", items: ["Pay rent", "Call Mum"] },
      { kind: "paragraph", text: "That is all." },
    ]);
  });

  it("tells numbered lists, headings and code from them", () => {
    expect(toBlocks("## Plan\n1. Rest\n2) Read\n```\n- not a list\n\n# nor a heading\n```\nDone.")).toEqual([
      { kind: "heading", text: "Plan" },
      { kind: "numbered", items: ["Rest", "Read"] },
      { kind: "code", text: "- not a list\n\n# nor a heading" },
      { kind: "paragraph", text: "Done." },
    ]);
  });

  it("shows code that is still being written", () => {
    expect(toBlocks("```\nhalf")).toEqual([{ kind: "code", text: "half" }]);
  });

  it("takes a dash without a space, and HTML, for what they are: text", () => {
    expect(toBlocks("-5 degrees\n<img src=x>")).toEqual([
      { kind: "paragraph", text: "-5 degrees" },
      { kind: "paragraph", text: "<img src=x>" },
    ]);
  });
});

describe("toBlocks, line by line", () => {
  it.each([
    ["", []],
    ["\n \n\t\n", []],
    ["- a\n\n- b", ["list"]],
    ["- a\n1. b\n- c", ["list", "numbered", "list"]],
    ["1234. a", ["paragraph"]],
    ["1.5 hours", ["paragraph"]],
    ["#tag", ["paragraph"]],
    ["####### seven", ["paragraph"]],
    ["###### six", ["heading"]],
    ["  ```\ncode\n  ```\nafter", ["code", "paragraph"]],
    ["```\na\n```\n```\nb\n```", ["code", "code"]],
    ["```", ["code"]],
    ["•\u00a0a", ["list"]],
    ["a\r\n- b\r", ["paragraph", "list"]],
    ["```\r\na\r\n```\r\n# b\r\n", ["code", "heading"]],
  ])("%j", (text, kinds) => {
    expect(toBlocks(text).map(({ kind }) => kind)).toEqual(kinds);
  });

  it("changes nothing above while more is coming, but for the block that it comes to", () => {
    const whole = "# Plan\nFirst:\n- rest\n- read\n```\n- code\n```\n1. go\n2. come";
    for (let length = 1; length <= whole.length; length += 1) {
      const come = whole.slice(0, length);
      const settled = toBlocks(come.slice(0, come.lastIndexOf("\n") + 1)).slice(0, -1);
      expect(toBlocks(come).slice(0, settled.length)).toEqual(settled);
      expect(toBlocks(whole).slice(0, settled.length)).toEqual(settled);
    }
  });
});

describe("withoutRepeats", () => {
  const card = aCard({ tasks: [aTask({ title: "Pay rent" }), aTask({ title: "Call Mum" })] });
  const listed = toBlocks("2 tasks due tomorrow:\n- Pay rent (p1), tomorrow\n- **Call Mum**, tomorrow");

  it("leaves out a list that a card shows already and closes the sentence before it", () => {
    expect(withoutRepeats(listed, [card])).toEqual([{ kind: "paragraph", text: "2 tasks due tomorrow." }]);
  });

  it("leaves out the sentence too when the card tells of a change", () => {
    expect(withoutRepeats(toBlocks("Completed:\n- Pay rent"), [{ ...card, change_group: "g1" }])).toEqual([]);
  });

  it("keeps a list that says anything else", () => {
    const mixed = toBlocks("Look:\n- Pay rent\n- And drink some water");
    expect(withoutRepeats(mixed, [card])).toEqual(mixed);
    expect(withoutRepeats(listed, [])).toEqual(listed);
  });

  it("tells a task from another whose title goes on", () => {
    const longer = toBlocks("Look:\n- Pay rental car");
    expect(withoutRepeats(longer, [card])).toEqual(longer);
    expect(withoutRepeats(toBlocks("- Call Mummy"), [card])).toHaveLength(1);
    expect(withoutRepeats(toBlocks("- Pay rent: today\n- Call Mum"), [card])).toEqual([]);
  });

  it("keeps code and headings, and closes no sentence that a heading leads up to", () => {
    const text = toBlocks("## Due:\n- Pay rent\n```\nPay rent\n```");
    expect(withoutRepeats(text, [card])).toEqual([
      { kind: "heading", text: "Due:" },
      { kind: "code", text: "Pay rent" },
    ]);
  });

  it("leaves what it was given as it is", () => {
    const given = structuredClone(listed);
    withoutRepeats(given, [card]);
    expect(given).toEqual(listed);
  });

  it("keeps what stands around it", () => {
    const around = toBlocks("Good morning.\n- Pay rent\nAnything else?");
    expect(withoutRepeats(around, [card])).toEqual([
      { kind: "paragraph", text: "Good morning." },
      { kind: "paragraph", text: "Anything else?" },
    ]);
  });
});
