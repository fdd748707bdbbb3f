import { afterEach, expect, it, vi } from "vitest";
import { isByFinger } from "./by-finger";

function withPointer(isCoarse: boolean): void {
  vi.stubGlobal("matchMedia", (query: string) => ({ matches: isCoarse && query === "(pointer: coarse)" }));
}

afterEach(() => vi.restoreAllMocks());

it("is one where what points is coarse", () => {
  withPointer(true);
  expect(isByFinger()).toBe(true);
  withPointer(false);
  expect(isByFinger()).toBe(false);
});

it("is none where a key has led to what has the focus", () => {
  withPointer(true);
  const button = document.body.appendChild(document.createElement("button"));
  button.focus();
  const matches = vi.spyOn(button, "matches").mockImplementation((selector) => selector === ":focus-visible");
  expect(isByFinger()).toBe(false);
  matches.mockReturnValue(false);
  expect(isByFinger()).toBe(true);
});
