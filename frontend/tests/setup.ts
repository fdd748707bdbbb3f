// Matchers for the page, and what browsers have that jsdom lacks: it lays nothing out, scrolls nothing, captures nothing,
// and has no layer above the page.
import "@testing-library/jest-dom/vitest";
import { cleanup, configure } from "@testing-library/react";
import { extendTailwindMerge } from "tailwind-merge";
import { afterEach, expect, vi } from "vitest";

const merge = extendTailwindMerge({
  extend: { theme: { text: ["xs", "sm", "base", "lg", "xl", "2xl"], shadow: ["raised", "floating"], spacing: ["control", "line", "bar"] } },
});

/** Which of two utilities for the same thing wins is up to the style sheet's order, so no element may have both. */
function classesThatClash(): string[] {
  const all = Array.from(document.querySelectorAll("[class]"), (element) => element.getAttribute("class") ?? "");
  return all.filter((classes) => merge(classes).split(" ").length < new Set(classes.split(/\s+/).filter(Boolean)).size);
}

afterEach(() => {
  const clashes = classesThatClash();
  cleanup();
  expect(clashes).toEqual([]);
});

// How long a busy machine takes says nothing about the page.
configure({ asyncUtilTimeout: 15_000 });

const nothing = (): void => undefined;

vi.stubGlobal(
  "ResizeObserver",
  class {
    observe = nothing;
    unobserve = nothing;
    disconnect = nothing;
  },
);

vi.stubGlobal("matchMedia", () => ({ matches: false }));
vi.stubGlobal("visualViewport", null);

Object.assign(Element.prototype, {
  checkVisibility: () => true,
  // Whatever is displayed has one, by which one can tell.
  getClientRects: () => [{}],
  hasPointerCapture: () => false,
  setPointerCapture: nothing,
  releasePointerCapture: nothing,
  scrollIntoView: nothing,
  scrollTo: nothing,
  showPopover(this: HTMLElement) {
    this.style.display = "block";
  },
  hidePopover(this: HTMLElement) {
    this.style.display = "none";
  },
});
