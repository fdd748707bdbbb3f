import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { type Answers, asked, changed, refusal, serve } from "@/tests/api";
import { aGroup, aProject, aUser } from "@/tests/fixtures";
import { type Rendered, renderInApp } from "@/tests/render";
import { ENGLISH } from "@/tests/texts";
import { sampleTasks } from "./sample-project";
import { Welcome } from "./welcome";

const push = vi.fn();
vi.mock("next/navigation", () => ({ useRouter: () => ({ push }) }));

function open(answers: Answers = {}): { log: ReturnType<typeof serve>; app: Rendered } {
  const log = serve({
    "GET /api/changes": () => ({ items: [], next_cursor: null }),
    "GET /api/projects": () => ({ items: [aProject()] }),
    ...answers,
  });
  return { log, app: renderInApp(<Welcome />) };
}

const heading = (): Promise<HTMLElement> => screen.findByRole("heading", { name: "A few things to try" });

describe("Welcome", () => {
  it("shows what one can do by doing it", async () => {
    const { app } = open();
    await heading();
    await userEvent.click(screen.getByRole("button", { name: "Try it" }));
    expect(app.shell.openQuickAdd).toHaveBeenCalledWith(undefined, "Water the plants every friday at 6pm p2");
    await userEvent.click(screen.getByRole("button", { name: "Ask" }));
    expect(push).toHaveBeenCalledWith("/assistant");
    await userEvent.click(screen.getByRole("button", { name: "Show" }));
    expect(app.shell.openShortcuts).toHaveBeenCalledOnce();
  });

  it("makes a sample project and opens it", async () => {
    const { log } = open({
      "POST /api/projects": () => changed(aProject({ id: "p9", is_inbox: false }), "g", 201),
      "POST /api/tasks/bulk": () => changed({ results: [] }),
    });
    await heading();
    await userEvent.click(screen.getByRole("button", { name: "Make a sample project" }));
    await waitFor(() => expect(push).toHaveBeenCalledWith("/projects/p9"));
    const { operations } = asked(log, "POST /api/tasks/bulk")[0]?.body as { operations: { task: { project_id: string } }[] };
    expect(operations.map(({ task }) => task.project_id)).toEqual(Array.from({ length: 5 }, () => "p9"));
  });

  it("is not shown to somebody who has done anything already", async () => {
    const { log } = open({ "GET /api/changes": () => ({ items: [aGroup()], next_cursor: null }) });
    await waitFor(() => expect(asked(log, "GET /api/changes")).toHaveLength(1));
    expect(screen.queryByRole("heading")).not.toBeInTheDocument();
  });

  it("is sent away for good, from the account", async () => {
    const sentAway = aUser({ welcome_dismissed: true });
    const { app, log } = open({ "PATCH /api/auth/me": () => sentAway });
    await heading();
    await userEvent.click(screen.getByRole("button", { name: "Don’t show this again" }));
    expect(screen.queryByRole("heading")).not.toBeInTheDocument();
    expect(asked(log, "PATCH /api/auth/me").map(({ body }) => body)).toEqual([{ welcome_dismissed: true }]);
    app.unmount();
    const elsewhere = serve({});
    renderInApp(<Welcome />, sentAway);
    expect(screen.queryByRole("heading")).not.toBeInTheDocument();
    expect(elsewhere).toEqual([]);
  });

  it("does not come back before the next visit when that could not be kept", async () => {
    open({ "PATCH /api/auth/me": () => refusal(422, "invalid-input", "Not now.") });
    await heading();
    await userEvent.click(screen.getByRole("button", { name: "Don’t show this again" }));
    await waitFor(() => expect(screen.queryByRole("heading")).not.toBeInTheDocument());
  });
});

it("fills the sample with what a task can have", () => {
  const tasks = sampleTasks("p", "2026-11-25", ENGLISH);
  expect(tasks.some(({ recurrence }) => recurrence != null)).toBe(true);
  expect(tasks.filter(({ parent_id }) => parent_id !== undefined).map(({ parent_id }) => parent_id)).toEqual([tasks[2]?.id]);
  expect(new Set(tasks.map(({ title }) => title)).size).toBe(tasks.length);
});
