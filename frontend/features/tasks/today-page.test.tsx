import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import type { Task } from "@/lib/api/types";
import { asked, changed, refusal, serve } from "@/tests/api";
import { aProject, aTask } from "@/tests/fixtures";
import { renderInApp } from "@/tests/render";
import { BulkBar } from "./bulk-bar";
import { TodayPage } from "./today-page";

vi.mock("next/navigation", () => ({ usePathname: () => "/today", useRouter: () => ({ push: vi.fn() }) }));

const late = aTask({ id: "late", title: "Return books", due_date: "2026-11-24" });
const rent = aTask({ id: "rent", title: "Pay rent", due_at: "2026-11-25T16:00:00Z", priority: 1, project_id: "home" });

/** A server that holds these tasks and completes, deletes and brings back as told. */
function serverWith(...tasks: Task[]): ReturnType<typeof serve> {
  let open = tasks;
  return serve({
    "GET /api/tasks": () => ({ items: open, next_cursor: null }),
    "GET /api/projects": () => ({ items: [aProject()] }),
    "POST /api/tasks/rent/complete": () => {
      open = open.filter(({ id }) => id !== "rent");
      return changed({ ...rent, completed_at: "2026-11-25T10:00:00Z" });
    },
    "DELETE /api/tasks/late": () => {
      open = open.filter(({ id }) => id !== "late");
      return changed(null);
    },
    "POST /api/changes/group-1/undo": () => {
      open = tasks;
      return { id: "group-2", changes: [] };
    },
  });
}

describe("TodayPage", () => {
  it("shows what is overdue apart from what is due today, with the person's own time", async () => {
    const log = serverWith(late, rent);
    renderInApp(<TodayPage />);
    const overdue = await screen.findByRole("list", { name: "Overdue" });
    expect(within(overdue).getByRole("listitem")).toHaveTextContent("Return booksDue Yesterday");
    expect(within(screen.getByRole("list", { name: "Today" })).getByRole("listitem")).toHaveTextContent("Pay rentDue 17:00");
    expect(screen.getByText("Wednesday 25 November")).toBeVisible();
    expect(log[0]?.query).toMatchObject({ due_until: "2026-11-25" });
  });

  it("shows a completed task as done at once and offers to undo it", async () => {
    const log = serverWith(late, rent);
    renderInApp(<TodayPage />);
    await userEvent.click(await screen.findByRole("checkbox", { name: "Complete “Pay rent”" }));
    expect(screen.getByRole("checkbox", { name: "Reopen “Pay rent”" })).toBeChecked();
    await userEvent.click(await screen.findByRole("button", { name: "Undo" }));
    expect(await screen.findByRole("checkbox", { name: "Complete “Pay rent”" })).not.toBeChecked();
    expect(asked(log, "POST /api/changes/group-1/undo")).toHaveLength(1);
    expect(await screen.findByRole("button", { name: "Redo" })).toBeVisible();
  });

  it("gives all that is overdue another date at once, but for what is done already", async () => {
    const done = { ...late, id: "done", completed_at: "2026-11-25T09:00:00Z" };
    serverWith(late, { ...late, id: "later", title: "Call Mum" }, done, rent);
    const { shell } = renderInApp(
      <>
        <TodayPage />
        <BulkBar />
      </>,
    );
    await userEvent.click(await screen.findByRole("button", { name: "Reschedule" }));
    expect(shell.pick).toHaveBeenCalledWith("date", [
      expect.objectContaining({ id: "late" }),
      expect.objectContaining({ id: "later" }),
    ]);
  });

  it("offers no other date where nothing is overdue", async () => {
    serverWith(rent);
    renderInApp(<TodayPage />);
    await screen.findByRole("checkbox", { name: "Complete “Pay rent”" });
    expect(screen.queryByRole("button", { name: "Reschedule" })).not.toBeInTheDocument();
  });

  it("takes the row out once the task is completed", async () => {
    serverWith(rent);
    renderInApp(<TodayPage />);
    await userEvent.click(await screen.findByRole("checkbox", { name: "Complete “Pay rent”" }));
    expect(await screen.findByText("Nothing left for today", {}, { timeout: 3000 })).toBeVisible();
  });

  it("takes back what the server refuses, and says why", async () => {
    serve({
      "GET /api/tasks": () => ({ items: [rent], next_cursor: null }),
      "GET /api/projects": () => ({ items: [aProject()] }),
      "POST /api/tasks/rent/complete": () => refusal(503, "away", "The database does not answer."),
    });
    renderInApp(<TodayPage />);
    await userEvent.click(await screen.findByRole("checkbox", { name: "Complete “Pay rent”" }));
    expect((await screen.findAllByText("The database does not answer.")).length).toBeGreaterThan(0);
    expect(screen.getByRole("checkbox", { name: "Complete “Pay rent”" })).not.toBeChecked();
  });

  it("deletes from the menu of a row", async () => {
    const log = serverWith(late, rent);
    renderInApp(<TodayPage />);
    await userEvent.click(await screen.findByRole("button", { name: "Options for “Return books”" }));
    await userEvent.click(await screen.findByRole("menuitem", { name: "Delete" }));
    await waitFor(() => expect(screen.queryByText("Return books")).not.toBeInTheDocument());
    expect(asked(log, "DELETE /api/tasks/late")).toHaveLength(1);
  });

  it("says what went wrong and tries again when asked", async () => {
    let working = false;
    serve({
      "GET /api/tasks": () =>
        working ? { items: [rent], next_cursor: null } : refusal(422, "invalid-input", "That can’t be listed."),
    });
    renderInApp(<TodayPage />);
    expect(await screen.findByRole("alert")).toHaveTextContent("Your tasks could not be loadedThat can’t be listed.");
    working = true;
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    expect(await screen.findByText("Pay rent")).toBeVisible();
  });

  it("asks once more by itself when the server is only away for a moment", async () => {
    let answers = 0;
    serve({
      "GET /api/tasks": () => {
        answers += 1;
        return answers === 1 ? refusal(503, "away", "Away.") : { items: [rent], next_cursor: null };
      },
    });
    renderInApp(<TodayPage />);
    expect(await screen.findByText("Pay rent", {}, { timeout: 3000 })).toBeVisible();
    expect(answers).toBe(2);
  });

  it("tells the frame when the session has ended", async () => {
    serve({ "GET /api/tasks": () => refusal(401, "unauthenticated", "Sign in first.") });
    const { onUnauthenticated } = renderInApp(<TodayPage />);
    await waitFor(() => expect(onUnauthenticated).toHaveBeenCalledOnce());
  });

  it("opens a task from its title and from the keyboard", async () => {
    serverWith(rent);
    const { shell } = renderInApp(<TodayPage />);
    await userEvent.click(await screen.findByRole("button", { name: /^Pay rent/ }));
    await userEvent.keyboard("e");
    expect(shell.openTask).toHaveBeenNthCalledWith(2, rent);
  });
});
