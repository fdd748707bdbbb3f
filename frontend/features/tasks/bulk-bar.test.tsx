import { useQueryClient } from "@tanstack/react-query";
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { JSX } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Task } from "@/lib/api/types";
import { asked, changed, refusal, serve } from "@/tests/api";
import { aTask } from "@/tests/fixtures";
import { renderInApp } from "@/tests/render";
import { BulkBar } from "./bulk-bar";
import { todayFilter, useTaskList } from "./queries";
import { selection } from "./selection";
import { TaskList } from "./task-list";

vi.mock("next/navigation", () => ({ usePathname: () => "/today", useRouter: () => ({ push: vi.fn() }) }));

const FILTER = todayFilter("2026-11-25");
const SHOWN = { due: "day", project: false } as const;
const BULK = "POST /api/tasks/bulk";

function Page(): JSX.Element {
  const { tasks } = useTaskList(FILTER);
  useQueryClient();
  return (
    <main>
      <TaskList label="Tasks" tasks={tasks} shown={SHOWN} />
      <BulkBar />
    </main>
  );
}

function open(answer: () => Response = () => changed({ dry_run: false, results: [], changes: [] })) {
  let tasks: Task[] = ["One", "Two", "Three"].map((title) => aTask({ id: title.toLowerCase(), title }));
  const log = serve({
    "GET /api/tasks": () => ({ items: tasks, next_cursor: null }),
    "GET /api/labels": () => ({ items: [] }),
    "GET /api/projects": () => ({ items: [] }),
    [BULK]: answer,
    "POST /api/changes/group-1/undo": () => ({ id: "group-2" }),
  });
  return { log, rendered: renderInApp(<Page />), set: (next: Task[]) => void (tasks = next) };
}

beforeEach(() => selection.clear());
afterEach(() => selection.clear());

const row = (name: string): Promise<HTMLElement> => screen.findByRole("button", { name: new RegExp(`^${name}`) });

async function select(...names: string[]): Promise<void> {
  for (const name of names) {
    (await row(name)).focus();
    await userEvent.keyboard("x");
  }
}

describe("BulkBar", () => {
  it("is there only while something is selected, and says how much", async () => {
    open();
    await row("One");
    expect(screen.queryByRole("toolbar")).not.toBeInTheDocument();
    await select("One", "Two");
    expect(screen.getByRole("toolbar", { name: "2 selected" })).toBeVisible();
    expect(await row("One")).toHaveTextContent("(selected)");
    await userEvent.keyboard("{Escape}");
    expect(screen.queryByRole("toolbar")).not.toBeInTheDocument();
  });

  it("completes all as one command, and offers one undo", async () => {
    const { log } = open();
    await select("One", "Three");
    await userEvent.click(screen.getByRole("button", { name: "Complete" }));
    await waitFor(() => expect(asked(log, BULK)).toHaveLength(1));
    expect(asked(log, BULK)[0]?.body).toEqual({
      dry_run: false,
      operations: [
        { op: "complete", id: "one", forever: false },
        { op: "complete", id: "three", forever: false },
      ],
    });
    expect(await screen.findByText("Completed 2 tasks")).toBeVisible();
    await userEvent.click(screen.getByRole("button", { name: "Undo" }));
    await waitFor(() => expect(asked(log, "POST /api/changes/group-1/undo")).toHaveLength(1));
    expect(selection.get().size).toBe(0);
  });

  it("acts on all selected from a key on one of them, and on one alone where it is not selected", async () => {
    const { log } = open();
    await select("One", "Two");
    await userEvent.keyboard("1");
    await waitFor(() => expect(asked(log, BULK)).toHaveLength(1));
    expect(asked(log, BULK)[0]?.body).toMatchObject({
      operations: [
        { op: "patch", id: "one", changes: { priority: 1 } },
        { op: "patch", id: "two", changes: { priority: 1 } },
      ],
    });
    (await row("Three")).focus();
    await userEvent.keyboard("2");
    await waitFor(() => expect(asked(log, BULK)).toHaveLength(2));
    expect(asked(log, BULK)[1]?.body).toMatchObject({ operations: [{ id: "three" }] });
  });

  it("gives a priority from a row's menu, which says the one that holds", async () => {
    const { log } = open();
    await row("One");
    await userEvent.click(screen.getByRole("button", { name: "Options for “One”" }));
    const none = await screen.findByRole("menuitemradio", { name: "No priority" });
    expect(none).toBeChecked();
    await userEvent.click(screen.getByRole("menuitemradio", { name: "Priority 2" }));
    await waitFor(() => expect(asked(log, BULK)).toHaveLength(1));
    expect(asked(log, BULK)[0]?.body).toMatchObject({ operations: [{ op: "patch", id: "one", changes: { priority: 2 } }] });
    expect(screen.getByRole("button", { name: "Options for “One”" })).toHaveFocus();
  });

  it("puts everything back and says why when it is refused", async () => {
    open(() => refusal(403, "read-only", "You may only read this project."));
    await select("One");
    await userEvent.keyboard("1");
    expect(await screen.findByText("You may only read this project.")).toBeVisible();
    await waitFor(() => expect(screen.getByRole("checkbox", { name: "Complete “One”" })).not.toHaveAttribute("title"));
  });

  it("selects a stretch with Shift and a click, on from the one that was selected last", async () => {
    open();
    await select("Three");
    const user = userEvent.setup();
    await user.keyboard("{Shift>}");
    await user.click(await row("One"));
    expect([...selection.get()]).toEqual(["three", "two", "one"]);
    selection.clear();
    selection.toggle("two");
    await user.click(await row("Three"));
    await user.keyboard("{/Shift}");
    expect([...selection.get()]).toEqual(["two", "three"]);
  });

  it("selects one alone with Ctrl, and opens nothing", async () => {
    const { rendered } = open();
    await select("One");
    const user = userEvent.setup();
    await user.keyboard("{Control>}");
    await user.click(await row("Three"));
    await user.keyboard("{/Control}");
    expect([...selection.get()]).toEqual(["one", "three"]);
    expect(rendered.shell.openTask).not.toHaveBeenCalled();
  });

  it("selects all with Ctrl and A from a task, and leaves the key to the browser elsewhere", async () => {
    open();
    const first = await row("One");
    await userEvent.keyboard("{Control>}a{/Control}");
    expect(selection.get().size).toBe(0);
    first.focus();
    await userEvent.keyboard("{Control>}a{/Control}");
    expect([...selection.get()]).toEqual(["one", "two", "three"]);
  });

  it("opens the choice of a date for all of them", async () => {
    const { rendered } = open();
    await select("One", "Two");
    await userEvent.keyboard("d");
    expect(rendered.shell.pick).toHaveBeenCalledWith("date", [
      expect.objectContaining({ id: "one" }),
      expect.objectContaining({ id: "two" }),
    ]);
  });
});
