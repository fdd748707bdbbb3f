// Matchers for the page, and what browsers have that jsdom lacks: it lays nothing out, scrolls nothing, captures nothing.
import "@testing-library/jest-dom/vitest";
import { cleanup, configure } from "@testing-library/react";
import { afterEach, vi } from "vitest";

afterEach(cleanup);

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

Object.assign(Element.prototype, {
  hasPointerCapture: () => false,
  setPointerCapture: nothing,
  releasePointerCapture: nothing,
  scrollIntoView: nothing,
  scrollTo: nothing,
});
