import { describe, expect, it } from "vitest";
import { aSpan } from "@/tests/fixtures";
import { moveRejected, spanBefore, withoutRejected } from "./quick-add-rejected";

const LINE = "Watch Friday tomorrow";
const friday = { start: 6, end: 12 };
const textOf = (text: string, { start, end }: { start: number; end: number }): string => text.slice(start, end);

describe("moveRejected", () => {
  it("stays with its words while letters come and go before and after them", () => {
    for (const after of ["Re-watch Friday tomorrow", "Watch Friday tomorrow p1", "Friday tomorrow", "Watch Friday"]) {
      const [moved] = moveRejected([friday], LINE, after);
      expect(textOf(after, moved ?? { start: 0, end: 0 })).toBe("Friday");
    }
  });

  it("is forgotten when its words are changed", () => {
    expect(moveRejected([friday], LINE, "Watch Fridy tomorrow")).toEqual([]);
    expect(moveRejected([friday], LINE, "")).toEqual([]);
  });

  it("holds for every single edit: what is kept has the same text as before", () => {
    for (let at = 0; at <= LINE.length; at++) {
      for (const after of [`${LINE.slice(0, at)}xy${LINE.slice(at)}`, LINE.slice(0, at) + LINE.slice(at + 1)]) {
        for (const stretch of moveRejected([friday], LINE, after)) expect(textOf(after, stretch)).toBe("Friday");
      }
    }
  });
});

it("leaves out spans that overlap what was put back", () => {
  const spans = [aSpan(LINE, "Friday"), aSpan(LINE, "tomorrow")];
  expect(withoutRejected(spans, [{ start: 8, end: 9 }]).map(({ text }) => text)).toEqual(["tomorrow"]);
  expect(withoutRejected(spans, [{ start: 12, end: 13 }])).toHaveLength(2);
});

it("finds the span right before the caret", () => {
  const spans = [aSpan(LINE, "Friday")];
  expect(spanBefore(spans, 12)?.text).toBe("Friday");
  expect(spanBefore(spans, 13)).toBeUndefined();
});
