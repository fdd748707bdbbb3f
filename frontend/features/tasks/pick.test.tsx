import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Task } from "@/lib/api/types";
import { type Answers, asked, changed, serve } from "@/tests/api";
import { aProject, aTask, INBOX_ID } from "@/tests/fixtures";
import { wallClock } from "@/lib/dates";
import { aLabel, aSection } from "@/tests/list-fixtures";
import { HOME, renderInApp } from "@/tests/render";
import { WithProjects } from "@/tests/with-projects";
import { topOf } from "./outline";
import { PickDate } from "./pick-date";
import { PickLabels } from "./pick-labels";
import { PickPlace } from "./pick-place";
import { selection } from "./selection";

const BULK = "POST /api/tasks/bulk";
const [one, two] = [aTask({ id: "one", title: "One", label_ids: ["a", "x"] }), aTask({ id: "two", title: "Two", label_ids: ["a"] })];
const BOTH = [one, two];
const PROJECTS = [aProject(), HOME, aProject({ id: "theirs", name: "Home of others", is_inbox: false, role: "viewer" })];

beforeEach(() => {
  selection.clear();
  selection.add(["one", "two"]);
});

type Pick = typeof PickDate;

function open(Pick: Pick, tasks: readonly Task[], answers: Answers = {}) {
  const log = serve({
    "GET /api/labels": () => ({ items: ["a", "b", "x"].map((id) => aLabel({ id, name: `label ${id}` })) }),
    "GET /api/projects": () => ({ items: PROJECTS }),
    "GET /api/projects/home/sections": () => ({ items: [aSection()] }),
    [`GET /api/projects/${INBOX_ID}/sections`]: () => ({ items: [] }),
    [BULK]: () => changed({ dry_run: false, results: [], changes: [] }),
    ...answers,
  });
  const onClose = vi.fn();
  renderInApp(
    <WithProjects projects={PROJECTS}>
      <Pick tasks={tasks} typedBefore={() => ""} onClose={onClose} />
    </WithProjects>,
  );
  return { log, onClose };
}

async function sent(log: ReturnType<typeof serve>): Promise<unknown> {
  await waitFor(() => expect(asked(log, BULK)).toHaveLength(1));
  return (asked(log, BULK)[0]?.body as { operations: unknown }).operations;
}

describe("PickPlace", () => {
  const offered = () => screen.queryAllByRole("option").map(({ textContent }) => textContent);

  it("offers what may be written in, with its sections, for any part of its name", async () => {
    open(PickPlace, BOTH);
    expect(screen.getByRole("heading", { name: "Move 2 tasks" })).toBeVisible();
    await screen.findByRole("option", { name: "Later" });
    expect(offered()).toEqual(["Inbox", "Home", "Later"]);
    await userEvent.type(screen.getByRole("combobox"), "me / LA");
    expect(offered()).toEqual(["Later"]);
    await userEvent.keyboard("x{Enter}");
    expect(offered()).toEqual([]);
  });

  it.each([
    ["{Enter}", topOf(INBOX_ID), "Inbox"],
    ["{ArrowDown}{Enter}", topOf("home"), "Home"],
    ["{ArrowUp}{Enter}", { section_id: "later" }, "Home / Later"],
    ["home{Enter}", topOf("home"), "Home"],
    ["{ArrowUp}{ArrowDown}{ArrowDown}{Enter}", topOf("home"), "Home"],
  ])("%s moves all at once", async (keys, to, place) => {
    const { log, onClose } = open(PickPlace, BOTH);
    await screen.findByRole("option", { name: "Later" });
    await userEvent.click(screen.getByRole("combobox"));
    await userEvent.keyboard(keys);
    expect(await sent(log)).toEqual(["one", "two"].map((id) => ({ op: "move", id, to })));
    expect(onClose).toHaveBeenCalledOnce();
    expect(selection.get().size).toBe(0);
    expect((await screen.findAllByText(`Moved 2 tasks to ${place}`)).length).toBeGreaterThan(0);
  });
});

describe("PickLabels", () => {
  const toggle = async (name: string) => userEvent.click(await screen.findByRole("option", { name }));
  const save = async () => userEvent.click(screen.getByRole("button", { name: "Save" }));

  it.each([
    [["label b"], ["a", "x", "b"], ["a", "b"]],
    [["label a"], ["x"], []],
    [["label x"], ["a", "x"], ["a", "x"]],
    [["label x", "label x"], ["a"], ["a"]],
    [["label a", "label b"], ["x", "b"], ["b"]],
  ])("after %j", async (names, first, second) => {
    const { log } = open(PickLabels, BOTH);
    for (const name of names) await toggle(name);
    await save();
    expect(await sent(log)).toEqual([
      { op: "patch", id: "one", changes: { label_ids: first } },
      { op: "patch", id: "two", changes: { label_ids: second } },
    ]);
  });

  it("sends nothing and leaves the selection where nothing was touched", async () => {
    const { log, onClose } = open(PickLabels, BOTH);
    await save();
    expect(onClose).toHaveBeenCalledOnce();
    expect(asked(log, BULK)).toHaveLength(0);
    expect(selection.get().size).toBe(2);
  });
});

describe("PickDate", () => {
  const timed = aTask({ id: "timed", title: "Call", due_at: "2026-11-24T16:00:00Z" });

  it.each([
    [/^Today/, { due_date: "2026-11-25" }, "2026-11-25T16:00:00.000Z"],
    [/^Tomorrow/, { due_date: "2026-11-26" }, "2026-11-26T16:00:00.000Z"],
    [/^Next week/, { due_date: "2026-11-30" }, "2026-11-30T16:00:00.000Z"],
  ])("%s keeps the time of day of each", async (name, day, moment) => {
    const { log } = open(PickDate, [one, timed]);
    await userEvent.click(screen.getByRole("button", { name }));
    const [first, second] = (await sent(log)) as { changes: { due_at?: string } }[];
    expect(first).toEqual({ op: "patch", id: "one", changes: day });
    expect(new Date(second?.changes.due_at ?? "").toISOString()).toBe(moment);
  });

  it("takes day and time away", async () => {
    const { log } = open(PickDate, [timed]);
    await userEvent.click(screen.getByRole("button", { name: "No date" }));
    expect(await sent(log)).toEqual([{ op: "patch", id: "timed", changes: { due_date: null, due_at: null } }]);
  });

  it("shows which day a single task is on", () => {
    open(PickDate, [aTask({ due_date: "2026-11-26" })]);
    expect(screen.getAllByRole("button", { pressed: true }).map(({ textContent }) => textContent)).toEqual(["TomorrowThu"]);
    expect(screen.getByRole("gridcell", { selected: true })).toHaveTextContent("26");
  });

  it("takes a day from the calendar, and keeps the time of day", async () => {
    const { log } = open(PickDate, [timed]);
    await userEvent.click(screen.getByRole("button", { name: "Monday 30 November 2026" }));
    const [change] = (await sent(log)) as { changes: { due_at?: string } }[];
    expect(new Date(change?.changes.due_at ?? "").toISOString()).toBe("2026-11-30T16:00:00.000Z");
  });

  it.each([
    ["5pm", "17:00"],
    ["{ArrowUp}{ArrowUp}", "17:30"],
    ["{ArrowDown}", "16:45"],
  ])("%s in the time of a single task", async (keys, time) => {
    const { log } = open(PickDate, [timed]);
    const field = screen.getByLabelText("Time");
    if (!keys.startsWith("{")) await userEvent.clear(field);
    await userEvent.type(field, `${keys}{Enter}`);
    const [change] = (await sent(log)) as { changes: { due_at?: string; time_zone?: string } }[];
    const { due_at, time_zone } = change?.changes ?? {};
    expect(wallClock(due_at ?? "", time_zone ?? "")).toEqual({ day: "2026-11-24", time });
  });

  it("refuses a time that is none, and what is no date, in place", async () => {
    const { log } = open(PickDate, [timed], { "POST /api/quick-add/preview": () => read({ title: "x whenever" }) });
    await userEvent.clear(screen.getByLabelText("Time"));
    await userEvent.type(screen.getByLabelText("Time"), "25:00");
    expect(screen.getByLabelText("Time")).toBeInvalid();
    await userEvent.type(screen.getByLabelText("When"), "whenever{Enter}", { delay: null });
    await waitFor(() => expect(screen.getByLabelText("When")).toBeInvalid());
    expect(asked(log, BULK)).toHaveLength(0);
  });

  it("saves what was typed in one go as soon as it is read, once", async () => {
    const { log } = open(PickDate, [two], { "POST /api/quick-add/preview": () => read({ title: "x", due_date: "2026-11-27" }) });
    await userEvent.type(screen.getByLabelText("When"), "friday{Enter}{Enter}", { delay: null });
    expect(asked(log, BULK)).toHaveLength(0);
    expect(await sent(log)).toMatchObject([{ op: "patch", id: "two", changes: { due_date: "2026-11-27" } }]);
    expect(asked(log, BULK)).toHaveLength(1);
  });

  it("saves how long a single task takes, and that it no longer recurs", async () => {
    const recurrence = { rule: "FREQ=DAILY", anchor: "due" as const, start: "2026-11-26", time_zone: "Europe/Berlin", occurrence: "2026-11-26" };
    const { log } = open(PickDate, [aTask({ id: "one", due_date: "2026-11-26", recurrence })]);
    expect(screen.getByRole("button", { name: "Save" })).toBeDisabled();
    await userEvent.click(screen.getByLabelText("Duration"));
    await userEvent.click(screen.getByRole("option", { name: "30 minutes" }));
    await userEvent.click(screen.getByRole("button", { name: "Don’t repeat" }));
    await userEvent.click(screen.getByRole("button", { name: "Save" }));
    expect(await sent(log)).toEqual([{ op: "patch", id: "one", changes: { duration_minutes: 30, recurrence: null } }]);
  });

  it("says by which rule a single task recurs", () => {
    open(PickDate, [aTask({ due_date: "2026-11-26", recurrence: { rule: "FREQ=WEEKLY;BYDAY=TH", anchor: "due", start: "2026-11-26", time_zone: "Europe/Berlin", occurrence: "2026-11-26" } })]);
    expect(screen.getByText("every week on Thursday")).toBeVisible();
  });

  const read = (change: object) => ({ title: "x", due_date: null, due_at: null, time_zone: null, recurrence: null, labels: [], spans: [], ...change });
  const monday = { rule: "FREQ=WEEKLY;BYDAY=MO", anchor: "due" };

  it.each([
    ["friday", read({ due_date: "2026-11-27" }), "Fri", { due_date: "2026-11-27" }],
    ["every monday", read({ due_date: "2026-11-30", recurrence: monday }), "every week on Monday", { due_date: "2026-11-30", recurrence: monday }],
  ])("saves %j as the server reads it", async (text, answer, words, changes) => {
    const { log } = open(PickDate, [two], { "POST /api/quick-add/preview": () => answer });
    expect(screen.getByRole("button", { name: "Save" })).toBeDisabled();
    await userEvent.type(screen.getByLabelText("When"), text, { delay: null });
    await waitFor(() => expect(screen.getByLabelText("When")).toHaveAccessibleDescription(expect.stringContaining(words)));
    await userEvent.keyboard("{Enter}");
    expect(await sent(log)).toEqual([{ op: "patch", id: "two", changes }]);
    expect(asked(log, "POST /api/quick-add/preview").map(({ body }) => body)).toEqual([{ text: `x ${text}` }]);
  });

  it.each([
    ["call Ada friday", read({ title: "x call Ada", due_date: "2026-11-27" })],
    ["whenever", read({ title: "x whenever" })],
  ])("takes no date from %j, of which a part would be lost", async (text, answer) => {
    const { log } = open(PickDate, [two], { "POST /api/quick-add/preview": () => answer });
    await userEvent.type(screen.getByLabelText("When"), text, { delay: null });
    await waitFor(() => expect(asked(log, "POST /api/quick-add/preview")).toHaveLength(1));
    await userEvent.keyboard("{Enter}");
    expect(screen.getByLabelText("When")).toHaveAccessibleDescription("Not a date yet.");
    expect(asked(log, BULK)).toHaveLength(0);
  });
});
