import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import type { Project, Task } from "@/lib/api/types";
import { type Answers, asked, changed, refusal, serve } from "@/tests/api";
import { aProject, aTask } from "@/tests/fixtures";
import { renderInApp } from "@/tests/render";
import { ArchivedProject } from "./archived-project";

vi.mock("next/navigation", () => ({ usePathname: () => "/projects/old", useRouter: () => ({ push: vi.fn(), prefetch: vi.fn() }) }));

const OLD = aProject({ id: "old", name: "Old", is_inbox: false, archived_at: "2026-11-20T08:00:00Z", open_task_count: 2 });
const task = (id: string, change: Partial<Task> = {}): Task => aTask({ id, title: id, project_id: "old", position: id, ...change });
const page = (...items: Task[]): object => ({ items, next_cursor: null });

function open(project: Project, answers: Answers = {}): ReturnType<typeof serve> {
  const log = serve({
    "GET /api/projects/old": () => project,
    "GET /api/projects/old/sections": () => ({ items: [{ id: "s", name: "Later", project_id: "old", position: "V" }] }),
    "GET /api/views/projects/old": () => page(task("a"), task("b", { parent_id: "a" }), task("c", { section_id: "s" })),
    "GET /api/tasks": () => page(task("d", { completed_at: "2026-11-01T08:00:00Z" })),
    ...answers,
  });
  renderInApp(<ArchivedProject id="old" />);
  return log;
}

describe("ArchivedProject", () => {
  it("shows what was put away, section by section, with nothing to change it by", async () => {
    open(OLD);
    expect(await screen.findByRole("heading", { name: "Old", level: 1 })).toBeVisible();
    expect(screen.getByRole("note")).toHaveTextContent("This project is in the archive");
    const inList = async (name: string) =>
      within(await screen.findByRole("list", { name })).getAllByRole("listitem").map(({ textContent }) => textContent);
    expect(await inList("Old")).toEqual(["a", "b"]);
    expect(await inList("Later")).toEqual(["c"]);
    expect(await inList("Completed")).toEqual(["d"]);
    expect(screen.getAllByRole("img", { name: "Done" })).toHaveLength(1);
    expect(screen.queryByRole("checkbox")).not.toBeInTheDocument();
    const buttons = within(screen.getByRole("list", { name: "Old" })).queryAllByRole("button");
    expect(buttons).toEqual([]);
  });

  it("is brought back, which can be undone", async () => {
    const log = open(OLD, { "POST /api/projects/old/unarchive": () => changed({ ...OLD, archived_at: null }) });
    await userEvent.click(await screen.findByRole("button", { name: "Bring back" }));
    expect(await screen.findByRole("button", { name: "Undo" })).toBeVisible();
    expect(asked(log, "POST /api/projects/old/unarchive")).toHaveLength(1);
  });

  it("can only be brought back by its owner", async () => {
    open({ ...OLD, role: "viewer" });
    expect(await screen.findByRole("note")).toBeVisible();
    expect(screen.queryByRole("button", { name: "Bring back" })).not.toBeInTheDocument();
  });

  it("says so when nothing is in it", async () => {
    open(OLD, { "GET /api/views/projects/old": () => page(), "GET /api/tasks": () => page() });
    expect(await screen.findByText("There are no tasks in it.")).toBeVisible();
  });

  it("is not found when there is no such project", async () => {
    open(OLD, { "GET /api/projects/old": () => refusal(404, "not-found", "No.") });
    expect(await screen.findByRole("heading", { name: "There is nothing here" })).toBeVisible();
  });

  it("tells when it could not be loaded, and tries again", async () => {
    let working = false;
    open(OLD, { "GET /api/projects/old": () => (working ? OLD : refusal(403, "forbidden", "Not now.")) });
    expect(await screen.findByRole("alert")).toHaveTextContent("Not now.");
    working = true;
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    await waitFor(() => expect(screen.getByRole("heading", { name: "Old" })).toBeVisible());
  });
});
