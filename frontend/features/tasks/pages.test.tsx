import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import type { Task } from "@/lib/api/types";
import { type Asked, asked, changed, refusal, serve } from "@/tests/api";
import { aProject, aTask, aUser, INBOX_ID } from "@/tests/fixtures";
import { renderInApp } from "@/tests/render";
import { ProjectPage } from "./project-page";
import { UpcomingPage } from "./upcoming-page";

vi.mock("next/navigation", () => ({ usePathname: () => "/inbox", useRouter: () => ({ push: vi.fn() }) }));

interface Lists {
  open?: Task[];
  done?: Task[];
  more?: Task[];
}

function serverWith({ open = [], done = [], more = [] }: Lists): ReturnType<typeof serve> {
  const page = ({ query }: Asked): unknown => {
    if (query.done === "true") return { items: done, next_cursor: null };
    if (query.cursor === "2") return { items: more, next_cursor: null };
    return { items: open, next_cursor: more.length > 0 ? "2" : null };
  };
  return serve({
    "GET /api/tasks": page,
    "GET /api/views/projects/home": page,
    [`GET /api/views/projects/${INBOX_ID}`]: page,
    "GET /api/projects/home/sections": () => ({ items: [] }),
    [`GET /api/projects/${INBOX_ID}/sections`]: () => ({ items: [] }),
    "GET /api/labels": () => ({ items: [] }),
    "GET /api/projects": () => ({ items: [aProject()] }),
    "POST /api/tasks/done/reopen": () => changed(aTask({ id: "done" })),
  });
}

describe("UpcomingPage", () => {
  it("groups by the person's days, beginning tomorrow", async () => {
    const log = serverWith({
      open: [
        aTask({ id: "a", title: "Dentist", due_at: "2026-11-26T07:15:00Z" }),
        aTask({ id: "b", title: "Late call", due_at: "2026-11-26T23:30:00Z" }),
        aTask({ id: "c", title: "Invoices", due_date: "2027-01-04" }),
      ],
    });
    renderInApp(<UpcomingPage />);
    await screen.findByText("Dentist");
    expect(screen.getAllByRole("heading", { level: 2 }).map((heading) => heading.textContent)).toEqual([
      "TomorrowThursday 26 November",
      "Friday27 November",
      "Saturday28 November",
      "Sunday29 November",
      "Monday30 November",
      "Tuesday1 December",
      "Wednesday2 December",
      "Monday4 January 2027",
    ]);
    expect(within(screen.getByRole("list", { name: "Friday 27 November" })).getByRole("listitem")).toHaveTextContent(
      "Late callDue 00:30",
    );
    expect(log[0]?.query.due_from).toBe("2026-11-26");
  });

  it.each([
    ["monday", "2026-11-30"],
    ["sunday", "2026-11-29"],
    ["saturday", "2026-11-28"],
  ] as const)("says where weeks that begin on %s begin", async (week_start, first) => {
    serverWith({ open: [aTask({ id: "a", title: "Dentist", due_date: "2026-11-26" }), aTask({ id: "c", due_date: "2026-12-16" })] });
    renderInApp(<UpcomingPage />, aUser({ week_start }));
    await screen.findByText("Dentist");
    expect(screen.getByText("Next week").parentElement).toHaveAttribute("data-drop", first);
    expect(screen.getByText(/^Week of/).parentElement).toHaveAttribute("data-drop", "2026-12-16");
  });

  it("adds on the day it is pressed at, also where nothing is due yet", async () => {
    serverWith({ open: [aTask({ id: "a", title: "Dentist", due_date: "2026-11-26" })] });
    const { shell } = renderInApp(<UpcomingPage />);
    await userEvent.click(await screen.findByRole("button", { name: "Add task to Saturday 28 November" }));
    expect(shell.openQuickAdd).toHaveBeenCalledWith(undefined, "", "2026-11-28");
  });

  it("says so when nothing is planned", async () => {
    serverWith({});
    renderInApp(<UpcomingPage />);
    expect(await screen.findByText("Nothing planned yet")).toBeVisible();
  });
});

describe("ProjectPage", () => {
  it("is the Inbox for the Inbox, which can be neither renamed nor deleted", async () => {
    serverWith({ open: [aTask()] });
    renderInApp(<ProjectPage id={INBOX_ID} />);
    expect(await screen.findByRole("heading", { name: "Inbox", level: 1 })).toBeVisible();
    expect(screen.queryByRole("button", { name: /^Options for Inbox/ })).not.toBeInTheDocument();
  });

  it("offers to add to this very project when it is empty", async () => {
    serverWith({});
    const { shell } = renderInApp(<ProjectPage id="home" />);
    expect(await screen.findByText("A clean slate")).toBeVisible();
    await userEvent.click(screen.getByRole("button", { name: "Add task" }));
    expect(shell.openQuickAdd).toHaveBeenCalledWith("home", undefined);
  });

  it("shows no project that is not there", async () => {
    serve({ "GET /api/projects/unknown": () => refusal(404, "not-found", "No.") });
    renderInApp(<ProjectPage id="unknown" />);
    expect(await screen.findByRole("heading", { name: "There is nothing here", level: 1 })).toBeVisible();
  });

  it("shows more when asked", async () => {
    serverWith({ open: [aTask({ id: "1", title: "One", project_id: "home" })],
      more: [aTask({ id: "2", title: "Two", project_id: "home" })],
    });
    renderInApp(<ProjectPage id="home" />);
    await userEvent.click(await screen.findByRole("button", { name: "Show more" }));
    expect(await screen.findByText("Two")).toBeVisible();
    expect(screen.queryByRole("button", { name: "Show more" })).not.toBeInTheDocument();
  });

  it("asks for completed tasks only when they are wanted, and reopens them", async () => {
    const completed = aTask({ id: "done", title: "Draw the plan", completed_at: "2026-11-24T10:00:00Z" });
    const log = serverWith({ done: [completed] });
    renderInApp(<ProjectPage id="home" />);
    await screen.findByText("A clean slate");
    expect(log.filter(({ query }) => query.done === "true")).toHaveLength(0);
    await userEvent.click(screen.getByRole("button", { name: "Show completed" }));
    await userEvent.click(await screen.findByRole("checkbox", { name: "Reopen “Draw the plan”" }));
    expect(asked(log, "POST /api/tasks/done/reopen")).toHaveLength(1);
    expect(screen.getByRole("button", { name: "Hide completed" })).toHaveAttribute("aria-expanded", "true");
  });

  it("shows a completed task's date without alarm", async () => {
    const late = { due_date: "2026-11-20", project_id: "home" };
    serverWith({
      open: [aTask({ id: "o", title: "Still open", ...late })],
      done: [aTask({ id: "d", title: "Long done", completed_at: "2026-11-24T10:00:00Z", ...late })],
    });
    renderInApp(<ProjectPage id="home" />);
    await userEvent.click(await screen.findByRole("button", { name: "Show completed" }));
    await screen.findByText("Long done");
    const [open, done] = screen.getAllByText("20 Nov");
    expect(open).toHaveClass("text-danger");
    expect(done).not.toHaveClass("text-danger");
  });
});
