import type { JSX } from "react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { serve } from "@/tests/api";
import { renderInApp } from "@/tests/render";
import { SAID, useSelectHint } from "./select-hint";
import { selection } from "./selection";

vi.mock("next/navigation", () => ({ usePathname: () => "/today", useRouter: () => ({ push: vi.fn() }) }));

vi.mock(import("@/components/ui/toasts"), async (original) => ({
  ...(await original()),
  useToasts: () => ({ show, actOnNewest: vi.fn() }),
}));

const show = vi.fn<(message: { title: string }) => void>();

function Page({ rows }: { rows: number }): JSX.Element {
  useSelectHint();
  return <main>{Array.from({ length: rows }, (_, index) => <p key={index} data-task-id={index} />)}</main>;
}

/** What is said with so many rows on the page. */
function said(rows: number): string[] {
  show.mockReset();
  serve({});
  renderInApp(<Page rows={rows} />).unmount();
  return show.mock.calls.map(([{ title }]) => title);
}

function withPointer(pointer: "coarse" | "fine"): void {
  vi.stubGlobal("matchMedia", (query: string) => ({ matches: query === `(pointer: ${pointer})` }));
}

beforeEach(() => {
  window.localStorage.clear();
  withPointer("coarse");
});

afterEach(() => {
  window.localStorage.clear();
  selection.clear();
});

it("says it where there are several tasks, and never again", () => {
  expect(said(2)).toEqual([]);
  expect(said(3)).toEqual(["Hold a task to select it, then tap others to select them too."]);
  expect(said(3)).toEqual([]);
});

it("does not say it to whoever has selected something already", () => {
  selection.add(["0"]);
  expect(said(3)).toEqual([]);
  selection.clear();
  expect(said(3)).toEqual([]);
});

it("waits for another page while a dialog is open", () => {
  const dialog = document.body.appendChild(document.createElement("div"));
  dialog.setAttribute("aria-modal", "true");
  expect(said(3)).toEqual([]);
  dialog.remove();
  expect(said(3)).toHaveLength(1);
});

it("says nothing of fingers where there is a mouse", () => {
  withPointer("fine");
  expect(said(3)).toEqual([]);
  expect(window.localStorage.getItem(SAID)).toBeNull();
});
