import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Task } from "@/lib/api/types";
import { type Answers, asked, refusal, serve } from "@/tests/api";
import { aTask } from "@/tests/fixtures";
import { type Rendered, renderInApp } from "@/tests/render";
import { CommandPalette } from "./command-palette";

const router = vi.hoisted(() => ({ path: "/today", push: vi.fn(), refresh: vi.fn(), prefetch: vi.fn() }));

vi.mock("next/navigation", () => ({ usePathname: () => router.path, useRouter: () => router }));

const FOUND = { "GET /api/tasks": ({ query }: { query: Record<string, string> }) => tasksFor(query) };

function tasksFor(query: Record<string, string>): unknown {
  const done = query.done === "true";
  const task = aTask({ id: done ? "done" : "open", title: done ? "Paid rent" : "Pay rent" });
  return { items: [task], next_cursor: null };
}

interface Opened extends Rendered {
  onClose: () => void;
  log: ReturnType<typeof serve>;
}

function open(task: Task | null = null, answers: Answers = FOUND): Opened {
  const log = serve(answers);
  const onClose = vi.fn();
  return { ...renderInApp(<CommandPalette task={task} onClose={onClose} />), onClose, log };
}

const names = (group: string): string[] =>
  within(screen.getByRole("group", { name: group }))
    .getAllByRole("option")
    .map((option) => option.textContent);

beforeEach(() => {
  router.path = "/today";
  router.push.mockReset();
});

describe("CommandPalette", () => {
  it("offers pages and commands before anything is typed, and asks the server nothing", () => {
    const { log } = open();
    expect(names("Go to").slice(0, 4)).toEqual(["TodayG T", "UpcomingG U", "InboxG I", "Home"]);
    expect(names("Go to").slice(4)).toEqual(["Search", "Completed", "Activity", "Trash", "Archive", "SettingsG S"]);
    expect(names("Commands")).toContain("New project");
    expect(screen.getByRole("option", { selected: true })).toHaveTextContent("Today");
    expect(log).toEqual([]);
  });

  it("goes where Enter says, after closing", async () => {
    const { onClose } = open();
    await userEvent.keyboard("upc{Enter}");
    expect(onClose).toHaveBeenCalledOnce();
    expect(router.push).toHaveBeenCalledExactlyOnceWith("/upcoming");
  });

  it("goes round at both ends", async () => {
    open();
    const field = screen.getByRole("combobox");
    const active = (): string | null =>
      document.getElementById(field.getAttribute("aria-activedescendant") ?? "")?.textContent ?? null;
    await userEvent.keyboard("{ArrowUp}");
    expect(active()).toBe(names("Commands").at(-1));
    await userEvent.keyboard("{ArrowDown}");
    expect(active()).toBe("TodayG T");
  });

  it("finds tasks, open ones first, and opens them", async () => {
    const { log, shell } = open();
    await userEvent.keyboard("rent");
    expect(await screen.findByRole("option", { name: "Paid rent" })).toBeVisible();
    expect(names("Tasks")).toEqual(["Pay rent", "Paid rent"]);
    expect(asked(log, "GET /api/tasks").map(({ query }) => query.text)).toContain("rent");
    await userEvent.click(screen.getByRole("option", { name: "Pay rent" }));
    expect(shell.openTask).toHaveBeenCalledWith(expect.objectContaining({ id: "open" }));
  });

  it("says when tasks could not be searched, and still does the rest", async () => {
    const { shell } = open(null, { "GET /api/tasks": () => refusal(503, "database-unavailable", "Away.") });
    await userEvent.keyboard("milk");
    expect(await screen.findByText("Your tasks could not be searched.")).toBeVisible();
    await userEvent.click(screen.getByRole("option", { name: "Add “milk”" }));
    expect(shell.openQuickAdd).toHaveBeenCalledExactlyOnceWith(undefined, "milk");
  });

  it("offers what can be done with the task that had the focus", async () => {
    const { shell } = open(aTask({ title: "Pay rent" }));
    expect(names("Commands").slice(0, 7)).toEqual([
      "Complete “Pay rent”Space",
      "Edit “Pay rent”E",
      "Date of “Pay rent”D",
      "Labels of “Pay rent”#",
      "Move “Pay rent”V",
      "Select “Pay rent”X",
      "Delete “Pay rent”Del",
    ]);
    await userEvent.click(screen.getByRole("option", { name: "Edit “Pay rent”" }));
    expect(shell.openTask).toHaveBeenCalledOnce();
  });

  it("offers what can be done with the project that is open", () => {
    router.path = "/projects/home";
    open();
    expect(names("Commands").slice(0, 2)).toEqual(["Edit “Home”", "Delete “Home”"]);
  });

  it("closes without doing anything", async () => {
    const { onClose } = open();
    await userEvent.keyboard("{Escape}");
    expect(onClose).toHaveBeenCalledOnce();
    expect(router.push).not.toHaveBeenCalled();
  });
});
