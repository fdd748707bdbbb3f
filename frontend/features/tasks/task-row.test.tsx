import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import type { Task } from "@/lib/api/types";
import { serve } from "@/tests/api";
import { aTask } from "@/tests/fixtures";
import { renderInApp } from "@/tests/render";
import { TaskList } from "./task-list";

function renderRow(task: Task, project = false): HTMLElement {
  serve({ "GET /api/labels": () => ({ items: [] }) });
  renderInApp(<TaskList label="Tasks" tasks={[task]} shown={{ due: "day", project }} />);
  return screen.getByRole("listitem");
}

it("is made of few elements, as lists of a thousand have a thousand of it", () => {
  const row = renderRow(aTask({ title: "Water the plants" }));
  const names = within(row).getAllByRole("button").map((button) => button.textContent || button.getAttribute("aria-label"));
  expect(names).toEqual(["Water the plants", "Options for “Water the plants”"]);
  expect(within(row).getByRole("checkbox", { name: "Complete “Water the plants”" })).not.toBeChecked();
  expect(row.querySelectorAll("*").length).toBeLessThanOrEqual(5);
});

it("says what there is to say about a task beside its title", () => {
  const row = renderRow(aTask({ title: "Draw", due_date: "2026-11-26", deadline: "2026-11-27", project_id: "home" }), true);
  const title = within(row).getByRole("button", { name: /^Draw/ });
  expect(title).toHaveTextContent("Due Tomorrow");
  expect(title).toHaveTextContent("Project Home");
  expect(within(title).getByRole("img", { name: "Deadline" })).toBeVisible();
});

it("is marked while it waits to be sent, alone or beside other things", () => {
  const row = renderRow(aTask({ title: "Draw tomorrow", position: "~" }));
  expect(within(row).getByRole("button", { name: /^Draw tomorrow.*Not sent yet/ })).toBeVisible();
  expect(within(row).getByText("Not sent yet")).toBeVisible();
});

it("shows where a label, a repetition or notes are all there is to say", () => {
  const recurrence = { rule: "FREQ=DAILY", anchor: "due" } as Task["recurrence"];
  const row = renderRow(aTask({ title: "Draw", recurrence, notes: "With a pencil." }));
  expect(within(row).getAllByRole("img")).toHaveLength(2);
});

it("closes its place once its task is not what the list is of", () => {
  const row = renderRow(aTask({ title: "Draw", completed_at: "2026-11-25T09:00:00Z" }));
  expect(within(row).getByRole("checkbox", { name: "Reopen “Draw”" })).toBeChecked();
  expect(row).toHaveClass("animate-leave");
  expect(row.firstElementChild).toHaveClass("overflow-hidden");
});
