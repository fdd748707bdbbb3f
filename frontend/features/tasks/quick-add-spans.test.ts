import { describe, expect, it } from "vitest";
import { aSpan } from "@/tests/fixtures";
import { fittingSpans, toPieces } from "./quick-add-spans";

const LINE = "Pay rent tomorrow at 5pm p1";
const spans = [aSpan(LINE, "p1", "priority"), aSpan(LINE, "tomorrow"), aSpan(LINE, "at 5pm", "time")];

describe("toPieces", () => {
  it("cuts the line at its spans and loses nothing", () => {
    const pieces = toPieces(LINE, spans);
    expect(pieces.map(({ text, span }) => [text, span?.kind ?? null])).toEqual([
      ["Pay rent ", null],
      ["tomorrow", "date"],
      [" ", null],
      ["at 5pm", "time"],
      [" ", null],
      ["p1", "priority"],
    ]);
    expect(pieces.map(({ text }) => text).join("")).toBe(LINE);
  });

  it("counts UTF-16 code units, as the server does", () => {
    const line = "👋🏽 Grüße tomorrow";
    expect(toPieces(line, [aSpan(line, "tomorrow")]).map(({ text }) => text)).toEqual(["👋🏽 Grüße ", "tomorrow"]);
  });

  it("passes over spans that overlap", () => {
    const pieces = toPieces(LINE, [aSpan(LINE, "tomorrow at"), aSpan(LINE, "at 5pm", "time")]);
    expect(pieces.filter(({ span }) => span !== null)).toHaveLength(1);
    expect(pieces.map(({ text }) => text).join("")).toBe(LINE);
  });
});

describe("fittingSpans", () => {
  it("keeps those that still stand where they stood", () => {
    expect(fittingSpans(`${LINE}2`, spans)).toHaveLength(3);
  });

  it("drops those that typing has moved or changed", () => {
    expect(fittingSpans(`Now ${LINE}`, spans)).toEqual([]);
    expect(fittingSpans("Pay rent tomorro", spans)).toEqual([]);
  });
});
