// Matchers for the page, and what browsers have that jsdom lacks.
import "@testing-library/jest-dom/vitest";
import { cleanup } from "@testing-library/react";
import { afterEach } from "vitest";

afterEach(cleanup);

// Radix measures and captures pointers; jsdom does neither.
class NoResizeObserver implements ResizeObserver {
  disconnect(): void {
    // Nothing is watched.
  }
  observe(): void {
    // Nothing changes its size.
  }
  unobserve(): void {
    // Nothing is watched.
  }
}

globalThis.ResizeObserver ??= NoResizeObserver;
if (typeof Element !== "undefined") {
  Element.prototype.hasPointerCapture ??= () => false;
  Element.prototype.scrollIntoView ??= () => undefined;
  Element.prototype.scrollTo ??= () => undefined;
}
