// One table of keys: what it has is told, and listened for; nobody listens for others.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fireEvent, screen } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { rowCommand } from "@/features/tasks/row-keys";
import { stepKey } from "@/features/tasks/outline-keys";
import { KEYS, type Place } from "@/lib/all-keys";
import { deedOf } from "@/lib/keys";
import { OUTLINE } from "@/lib/keys-of-parts";
import { renderInApp } from "@/tests/render";
import { CATALOGUES } from "@/tests/texts";
import type { Shell } from "./shell-context";
import { shortcutGroups } from "./shortcut-rows";
import { Sidebar } from "./sidebar";
import { useGlobalShortcuts } from "./use-global-shortcuts";
import { serve } from "@/tests/api";

const push = vi.hoisted(() => vi.fn());
vi.mock("next/navigation", () => ({ usePathname: () => "/today", useRouter: () => ({ push, prefetch: vi.fn() }) }));

/** Keys that every control of its kind has, as the ARIA Authoring Practices describe them, or that leave a small form. */
const CONTROLS = [
  "components/ui/menu.tsx",
  "components/ui/modal.tsx",
  "components/ui/select.tsx",
  "components/ui/toast-list.tsx",
  "components/ui/use-combobox.ts",
  "components/ui/use-popover.ts",
  "features/chat/conversation-row.tsx",
  "features/filters/filter-input.tsx",
  "features/reminders/reminders.tsx",
  "features/tasks/quick-add-offered.tsx",
  "features/sections/section-name-form.tsx",
  "features/shell/early-input.tsx",
  "features/tasks/calendar.tsx",
  "features/tasks/drag.ts",
  "features/tasks/duration-field.tsx",
  "features/tasks/edit-task-fields.tsx",
  "features/tasks/inline-add.tsx",
  "features/tasks/quick-add-chips.tsx",
  "features/tasks/recurrence-field.tsx",
  "features/tasks/row-keys.ts",
  "features/tasks/time-field.tsx",
];

const SOURCES = ["app", "components", "features"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !file.includes(".test."))
    .map((file) => join(folder, file)),
).map((file) => ({ file: file.replaceAll("\\", "/"), text: readFileSync(file, "utf8") }));

describe("the table of keys", () => {
  it.each(Object.keys(KEYS))("is asked about %s by somebody", (place) => {
    expect(SOURCES.filter(({ text }) => text.includes(`deedOf(${place.toUpperCase()}`))).not.toEqual([]);
  });

  it("is where all look who listen for keys of their own", () => {
    const listening = SOURCES.filter(({ text }) => /\bevent\.key\b/.test(text)).map(({ file }) => file);
    expect(listening.filter((file) => !CONTROLS.includes(file))).toEqual([]);
    expect(CONTROLS.filter((file) => !listening.includes(file))).toEqual([]);
  });

  it("is told as a whole: each key of each place in the words of what it does", () => {
    const groups = shortcutGroups();
    const told = groups.map(({ rows }) => rows.flatMap(({ keys }) => keys).join(" "));
    const missing = (Object.keys(KEYS) as Place[])
      .filter((place) => place !== "arranging")
      .flatMap((place) => Object.keys(KEYS[place]))
      .filter((combo) => !told.some((keys) => keys.includes(last(combo))));
    expect(missing).toEqual([]);
    expect(groups[1]?.rows[0]).toEqual({ word: "today", keys: ["G", "T"] });
    const ofTask = groups[2]?.rows ?? [];
    expect(ofTask.find(({ word }) => word === "labels")?.keys).toEqual(["#", "L"]);
    expect(ofTask.find(({ word }) => word === "remove")?.keys).toEqual(["Del", "Backspace"]);
    expect(groups[3]?.rows.find(({ word }) => word === "lists")?.keys).toEqual(["Alt", "↑↓←→"]);
  });

  it.each(Object.entries(CATALOGUES))("has a line of its own for each deed, in %s", (_, texts) => {
    const words = shortcutGroups().flatMap(({ rows }) => rows.map(({ word }) => word));
    expect(new Set(words).size).toBe(words.length);
    const said = words.map((word) => texts[`shortcuts.${word}`]);
    expect(said.filter((one) => typeof one !== "string" || one === "")).toEqual([]);
    expect(new Set(said).size).toBe(said.length);
  });
});

function last(combo: string): string {
  const key = combo.split("+").at(-1) ?? "";
  const names: Record<string, string> = { " ": "Space", Escape: "Esc", Delete: "Del", ArrowUp: "↑", ArrowDown: "↓", ArrowLeft: "←", ArrowRight: "→" };
  return names[key] ?? (key.length === 1 ? key.toUpperCase() : key);
}

describe("who listens does what the table says", () => {
  const shell = { openPalette: vi.fn(), openQuickAdd: vi.fn(), toggleChat: vi.fn(), openShortcuts: vi.fn() };
  const acts: Partial<Record<string, () => void>> = {
    palette: shell.openPalette,
    quickAdd: shell.openQuickAdd,
    assistant: shell.toggleChat,
    sheet: shell.openShortcuts,
  };

  function Listener(): null {
    useGlobalShortcuts(shell as unknown as Shell);
    return null;
  }

  it.each(Object.entries(KEYS.anywhere))("anywhere, with %s: %s", (combo, deed) => {
    Object.values(shell).forEach((act) => act.mockReset());
    renderInApp(<Listener />);
    const isTaken = !fireEvent.keyDown(document.body, { key: last(combo) === "K" ? "k" : combo, ctrlKey: combo.startsWith("Ctrl") });
    expect(isTaken).toBe(true);
    const called = Object.values(shell).filter((act) => act.mock.calls.length > 0);
    expect(called).toEqual(acts[deed] === undefined ? [] : [acts[deed]]);
  });

  describe("after G", () => {
    const press = (key: string, target: Element = document.body): boolean => !fireEvent.keyDown(target, { key });

    it.each(Object.entries(KEYS.goto))("%s leads to %s", (key, page) => {
      push.mockReset();
      renderInApp(<Listener />);
      expect([press("g"), press(key)]).toEqual([true, true]);
      expect(push.mock.calls).toEqual([[`/${page}`]]);
    });

    it("another key means what it always does, and the page's key alone nothing", () => {
      push.mockReset();
      renderInApp(<Listener />);
      expect([press("t"), press("g"), press("q"), press("t")]).toEqual([false, true, true, false]);
      expect(push).not.toHaveBeenCalled();
    });

    it("nothing is meant by what is written, or comes too late", () => {
      push.mockReset();
      renderInApp(<Listener />);
      renderInApp(<input aria-label="Title" />);
      const field = screen.getByRole("textbox", { name: "Title" });
      expect([press("g", field), press("t", field)]).toEqual([false, false]);
      press("g");
      vi.spyOn(performance, "now").mockReturnValue(performance.now() + 2_001);
      expect(press("t")).toBe(false);
      expect(push).not.toHaveBeenCalled();
    });
  });

  it.each(Object.entries(KEYS.task).filter(([, deed]) => deed !== "open"))("on a task, with %j: %s", (combo, deed) => {
    expect(rowCommand({ key: combo.replace("Shift+", ""), shiftKey: combo.startsWith("Shift") }, true)).toBe(deed);
  });

  it.each(Object.entries(KEYS.arranging))("while moving, with %j: %s", (combo, deed) => {
    const key = { key: combo.replace("Shift+", ""), shiftKey: combo.startsWith("Shift") };
    expect(stepKey(key, true)).toBe(deed);
    expect(stepKey(key, false)).toBe(combo === "m" ? "arrange" : null);
    expect(deedOf(OUTLINE, key)).toBe(combo === "m" ? "arrange" : undefined);
  });

  it("and the hints of the navigation are the table's too", () => {
    serve({ "GET /api/tasks": () => ({ items: [], next_cursor: null }), "GET /api/labels": () => ({ items: [] }), "GET /api/filters": () => ({ items: [] }), "GET /api/counts": () => ({ labels: {}, filters: {} }) });
    const { container } = renderInApp(<Sidebar />);
    expect(Array.from(container.querySelectorAll("kbd"), ({ textContent }) => textContent)).toEqual(["Q", "Ctrl K", "?"]);
    const words = shortcutGroups()[0]?.rows ?? [];
    expect(["quickAdd", "palette", "sheet"].map((one) => words.find(({ word }) => word === one)?.keys.join(" "))).toEqual(["Q", "Ctrl K", "?"]);
  });
});
