import { act, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { EditTaskDialog } from "@/features/tasks/edit-task-dialog";
import { noteOwnChange } from "@/lib/api/own-changes";
import { asked, changed, serve } from "@/tests/api";
import { aProject, aTask } from "@/tests/fixtures";
import { renderInApp } from "@/tests/render";
import type { LiveChange } from "./events";
import { noteNews } from "./news";

const task = aTask({ id: "rent", title: "Pay rent", version: 7 });
const latest = aTask({ id: "rent", title: "Pay RENT", notes: "by Friday", version: 8 });

function open(): ReturnType<typeof serve> {
  const log = serve({
    "GET /api/tasks/rent": () => latest,
    "PATCH /api/tasks/rent": () => changed(latest),
    "GET /api/projects": () => ({ items: [aProject()] }),
  });
  renderInApp(<EditTaskDialog task={task} onClose={vi.fn()} />);
  return log;
}

function news(change: Partial<LiveChange>): void {
  const whole: LiveChange = { id: 1, entity: "task", entity_id: "rent", version: 8, kind: "update", group: "g", ...change };
  act(() => noteNews([whole]));
}

it("keeps what is typed, says that the task changed, and takes the change over when asked to", async () => {
  const log = open();
  await userEvent.type(screen.getByRole("textbox", { name: "Title" }), " today");
  news({ group: "another" });
  expect(screen.getByRole("status")).toHaveTextContent("This task was changed elsewhere.");
  expect(screen.getByRole("textbox", { name: "Title" })).toHaveValue("Pay rent today");
  await userEvent.click(screen.getByRole("button", { name: "Show the changes" }));
  expect(await screen.findByDisplayValue("by Friday")).toBeVisible();
  expect(screen.getByRole("textbox", { name: "Title" })).toHaveValue("Pay rent today");
  expect(screen.queryByRole("status")).not.toBeInTheDocument();
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
  const sent = asked(log, "PATCH /api/tasks/rent")[0];
  expect(sent?.body).toEqual({ title: "Pay rent today" });
  expect(sent?.headers.get("If-Match")).toBe('"8"');
});

it("says when the task was deleted", () => {
  open();
  news({ kind: "delete", version: 9, group: "third" });
  expect(screen.getByRole("status")).toHaveTextContent("was deleted elsewhere");
  expect(screen.queryByRole("button", { name: "Show the changes" })).not.toBeInTheDocument();
});

it("says nothing of older versions, other tasks and changes of this tab", () => {
  noteOwnChange("mine");
  open();
  news({ version: 7, group: "old" });
  news({ entity_id: "another", group: "other" });
  news({ version: 9, group: "mine" });
  expect(screen.queryByRole("status")).not.toBeInTheDocument();
});
