import { fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import type { Reminder, Task } from "@/lib/api/types";
import { type Answers, asked, changed, refusal, serve } from "@/tests/api";
import { aTask } from "@/tests/fixtures";
import { renderInApp } from "@/tests/render";
import { Reminders } from "./reminders";

const MADE = "2026-11-01T08:00:00Z";
const OF_TASK = "/api/tasks/rent/reminders";

function aReminder(change: Partial<Reminder>): Reminder {
  const kept = { fire_at: null, version: 1, created_at: MADE, updated_at: MADE };
  return { id: "r", task_id: "rent", at: null, minutes_before: null, ...kept, ...change };
}

async function open(items: Reminder[], task: Partial<Task> = {}, answers: Answers = {}) {
  const log = serve({
    [`GET ${OF_TASK}`]: () => ({ items }),
    [`POST ${OF_TASK}`]: () => changed(aReminder({}), "group-1", 201),
    "DELETE /api/reminders/r": () => changed(null),
    ...answers,
  });
  renderInApp(<Reminders task={aTask({ id: "rent", ...task })} />);
  if (items.length > 0) await screen.findAllByRole("listitem");
  return log;
}

it.each([
  [{ minutes_before: 0 }, "When it is due"],
  [{ minutes_before: 10 }, "10 minutes before"],
  [{ minutes_before: 90 }, "1 hour 30 minutes before"],
  [{ minutes_before: 1440 }, "1 day before"],
  [{ at: "2026-11-25T16:00:00Z" }, "Today 17:00"],
  [{ at: "2026-11-25T23:30:00Z" }, "Tomorrow 00:30"],
  [{ at: "2027-07-01T06:05:00Z" }, "1 Jul 2027 08:05"],
])("says %j in the person's words and zone", async (change, words) => {
  await open([aReminder(change)]);
  expect(screen.getByRole("listitem")).toHaveTextContent(words);
  expect(screen.getByRole("button", { name: `Remove reminder: ${words}` })).toBeVisible();
});

const add = (): HTMLElement => screen.getByRole("button", { name: "Add reminder" });

it("offers a time before only for a task that is due at a time", async () => {
  await open([], { due_date: "2026-11-25" });
  expect(screen.queryByLabelText("When")).not.toBeInTheDocument();
  expect(screen.getByLabelText("At a time")).toBeVisible();
});

it.each([
  ["When it is due", 0],
  ["10 minutes before", 10],
  ["1 day before", 1440],
])("adds one “%s” when it is said to be the one, not while one looks for it", async (words, minutes_before) => {
  const log = await open([], { due_at: "2026-11-25T16:00:00Z" });
  await userEvent.selectOptions(screen.getByLabelText("When"), words);
  expect(asked(log, `POST ${OF_TASK}`)).toHaveLength(0);
  await userEvent.click(add());
  await waitFor(() => expect(asked(log, `POST ${OF_TASK}`)[0]?.body).toEqual({ minutes_before }));
  await waitFor(() => expect(add()).toBeEnabled());
});

it("adds one at a time also for a task that is due at another", async () => {
  const log = await open([], { due_at: "2026-11-25T16:00:00Z" });
  expect(screen.queryByLabelText("At a time")).not.toBeInTheDocument();
  await userEvent.selectOptions(screen.getByLabelText("When"), "At a time");
  expect(add()).toBeDisabled();
  fireEvent.change(screen.getByLabelText("At a time"), { target: { value: "2026-11-26T09:30" } });
  await userEvent.click(add());
  await waitFor(() => expect(asked(log, `POST ${OF_TASK}`)).toHaveLength(1));
});

it("takes Enter for itself, not for the form around it", async () => {
  const onSubmit = vi.fn();
  const log = serve({ [`GET ${OF_TASK}`]: () => ({ items: [] }), [`POST ${OF_TASK}`]: () => changed(aReminder({}), "group-1", 201) });
  renderInApp(
    <form onSubmit={onSubmit}>
      <Reminders task={aTask({ id: "rent" })} />
      <button type="submit">Save</button>
    </form>,
  );
  const field = screen.getByLabelText("At a time");
  fireEvent.change(field, { target: { value: "2026-11-26T09:30" } });
  await userEvent.type(field, "{Enter}");
  await waitFor(() => expect(asked(log, `POST ${OF_TASK}`)).toHaveLength(1));
  await userEvent.type(field, "{Enter}");
  expect(asked(log, `POST ${OF_TASK}`)).toHaveLength(1);
  expect(onSubmit).not.toHaveBeenCalled();
});

it.each([
  ["2026-11-26T09:30", "2026-11-26T08:30:00.000Z"],
  ["2026-07-01T09:30", "2026-07-01T07:30:00.000Z"],
  ["2026-11-26T00:15", "2026-11-25T23:15:00.000Z"],
])("adds one at %s of the person's own clock", async (moment, at) => {
  const log = await open([]);
  expect(screen.getByRole("button", { name: "Add reminder" })).toBeDisabled();
  fireEvent.change(screen.getByLabelText("At a time"), { target: { value: moment } });
  await userEvent.click(screen.getByRole("button", { name: "Add reminder" }));
  await waitFor(() => expect(screen.getByLabelText("At a time")).toHaveValue(""));
  const body = asked(log, `POST ${OF_TASK}`)[0]?.body as { at: string };
  expect(new Date(body.at).toISOString()).toBe(at);
});

it("keeps the time that was refused, and says why", async () => {
  await open([], {}, { [`POST ${OF_TASK}`]: () => refusal(422, "in-the-past", "That time has passed.") });
  fireEvent.change(screen.getByLabelText("At a time"), { target: { value: "2026-11-01T09:30" } });
  await userEvent.click(screen.getByRole("button", { name: "Add reminder" }));
  expect((await screen.findAllByText("That time has passed.")).length).toBeGreaterThan(0);
  expect(screen.getByLabelText("At a time")).toHaveValue("2026-11-01T09:30");
});

it("takes one away, with a way back", async () => {
  const log = await open([aReminder({ minutes_before: 30 })], {}, { "POST /api/changes/group-1/undo": () => ({ id: "group-2" }) });
  await userEvent.click(screen.getByRole("button", { name: "Remove reminder: 30 minutes before" }));
  await userEvent.click(await screen.findByRole("button", { name: "Undo" }));
  await waitFor(() => expect(asked(log, "POST /api/changes/group-1/undo")).toHaveLength(1));
  expect(asked(log, "DELETE /api/reminders/r")).toHaveLength(1);
});
