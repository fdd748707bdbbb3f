import { describe, expect, it } from "vitest";
import { folded } from "./folded";

describe("folded", () => {
  it("takes case and accents off, and nothing else", () => {
    expect(folded("Küche ÉTÉ naïve")).toBe("kuche ete naive");
    expect(folded('#Home & "p1"')).toBe('#home & "p1"');
  });

  it("takes a letter for the same, whether its accent stands in it or behind it", () => {
    expect(folded("e\u0301")).toBe(folded("\u00e9"));
  });
});
