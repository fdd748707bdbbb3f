import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import type { Task } from "@/lib/api/types";
import { type Answers, asked, changed, refusal, serve } from "@/tests/api";
import { aProject, aTask } from "@/tests/fixtures";
import { aSection } from "@/tests/list-fixtures";
import { HOME, renderInApp } from "@/tests/render";
import { topOf } from "./outline";
import { ProjectBoard } from "./project-board";
import { selection } from "./selection";

const BULK = "POST /api/tasks/bulk";
const task = (id: string, position: string, change: Partial<Task> = {}) => aTask({ id, title: id, position, project_id: "home", ...change });
const TASKS = [
  task("a", "1"),
  task("b", "2"),
  task("b1", "1", { parent_id: "b" }),
  task("l", "1", { section_id: "later" }),
  task("elsewhere", "1", { project_id: "other" }),
];

beforeEach(() => selection.clear());

async function open(role: "owner" | "viewer" = "owner", answers: Answers = {}, tasks = TASKS) {
  const log = serve({
    "GET /api/projects": () => ({ items: [aProject(), HOME] }),
    "GET /api/projects/home/sections": () => ({ items: [aSection()] }),
    "GET /api/tasks": () => ({ items: [task("b0", "0", { parent_id: "b", completed_at: "2026-11-24T10:00:00Z" })], next_cursor: null }),
    [BULK]: () => changed({ dry_run: false, results: [], changes: [] }),
    ...answers,
  });
  const { shell } = renderInApp(<ProjectBoard project={{ ...HOME, role }} tasks={tasks} />);
  await screen.findByRole("list", { name: "Later" });
  return { log, shell };
}

const card = (title: string): HTMLElement => screen.getByText(title, { selector: "[data-task-title] span" }).closest("button") as HTMLElement;

it("has a column for each section, with cards of this project that are below none", async () => {
  await open();
  const cards = (name: string) => within(screen.getByRole("list", { name })).getAllByRole("listitem").map((item) => item.dataset.taskId);
  expect(cards("No section")).toEqual(["a", "b"]);
  expect(cards("Later")).toEqual(["l"]);
  await waitFor(() => expect(card("b")).toHaveTextContent("Subtasks 1/2"));
  expect(card("a")).not.toHaveTextContent("Subtasks");
});

it("leaves out an empty column of no section on a phone, where others are", async () => {
  await open("owner", {}, TASKS.filter(({ section_id }) => section_id !== null));
  expect(screen.getByRole("region", { name: "No section" })).toHaveClass("max-sm:hidden");
  expect(screen.getByRole("region", { name: "Later" })).not.toHaveClass("max-sm:hidden");
});

it("keeps one that has cards", async () => {
  await open();
  expect(screen.getByRole("region", { name: "No section" })).not.toHaveClass("max-sm:hidden");
});

it.each([
  ["a", "{ArrowDown}", { ...topOf("home"), after_id: "b" }],
  ["b", "{ArrowUp}", { ...topOf("home"), before_id: "a" }],
  ["a", "{ArrowRight}", { section_id: "later" }],
  ["l", "{ArrowLeft}", topOf("home")],
])("moves %s with Alt and %s", async (id, key, to) => {
  const { log } = await open();
  card(id).focus();
  await userEvent.keyboard(`{Alt>}${key}{/Alt}`);
  await waitFor(() => expect(asked(log, BULK).map(({ body }) => (body as { operations: unknown[] }).operations)).toEqual([[{ op: "move", id, to }]]));
});

it.each([
  ["owner", "{Alt>}{ArrowUp}{ArrowLeft}{/Alt}"],
  ["owner", "{ArrowDown}{ArrowRight}"],
  ["viewer", "{Alt>}{ArrowDown}{ArrowRight}{/Alt}"],
] as const)("as %s moves nothing with %s", async (role, keys) => {
  const { log } = await open(role);
  card("a").focus();
  await userEvent.keyboard(keys);
  await userEvent.keyboard("x");
  expect(selection.has("a")).toBe(true);
  expect(asked(log, BULK)).toHaveLength(0);
});

it("opens a card with its key, and offers a viewer no way to add", async () => {
  const { shell } = await open("viewer");
  card("l").focus();
  await userEvent.keyboard("e");
  expect(shell.openTask).toHaveBeenCalledExactlyOnceWith(TASKS[3]);
  expect(screen.queryByRole("button", { name: /^Add/ })).not.toBeInTheDocument();
});

it.each([
  ["Later", { section_id: "later" }],
  // The line said so.
  ["Inbox", { section_id: null }],
])("adds to the column it is asked in, and says that it went to %s", async (name, place) => {
  const { log } = await open("owner", {
    "POST /api/quick-add": () => changed(aTask({ title: "Water plants", ...place }), "group-1", 201),
  });
  await userEvent.click(screen.getByRole("button", { name: "Add task to Later" }));
  await userEvent.keyboard(" water plants tomorrow {Enter}");
  expect((await screen.findAllByText(`Added “Water plants” to ${name}`)).length).toBeGreaterThan(0);
  const id: unknown = expect.stringMatching(/^[0-9a-f-]{36}$/);
  expect(asked(log, "POST /api/quick-add").map(({ body }) => body)).toEqual([
    { id, text: " water plants tomorrow ", rejected: [], project_id: "home", section_id: "later" },
  ]);
});

const SPAN = { start: 6, end: 14, kind: "date", text: "tomorrow", label: "Tomorrow" } as const;
const understood = { title: "water", notes: "", due_date: "2026-11-26", due_at: null, time_zone: null, deadline: null,
  duration_minutes: null, recurrence: null, priority: 4, project_id: null, section_id: null, labels: [] };

it("shows what a line means while it is written, and leaves in the title what is put back", async () => {
  const { log } = await open("owner", {
    "POST /api/quick-add/preview": ({ body }) => ({ ...understood, spans: (body as { text: string }).text === "water tomorrow" ? [SPAN] : [] }),
    "POST /api/quick-add": () => changed(aTask({ title: "water tomorrow", section_id: "later" }), "group-1", 201),
  });
  await userEvent.click(screen.getByRole("button", { name: "Add task to Later" }));
  const field = screen.getByRole("textbox", { name: "Add task to Later" });
  await userEvent.type(field, "water tomorrow");
  const away = await screen.findByRole("button", { name: /tomorrow/ });
  await waitFor(() => expect(field).toHaveAccessibleDescription("Tomorrow"));
  await userEvent.click(away);
  expect(away).not.toBeInTheDocument();
  expect(field).toHaveFocus();
  await userEvent.keyboard("{Enter}");
  await waitFor(() => expect(asked(log, "POST /api/quick-add")).toHaveLength(1));
  expect(asked(log, "POST /api/quick-add")[0]?.body).toMatchObject({ text: "water tomorrow", rejected: [{ start: 6, end: 14 }] });
});

it("gives a line back that was refused, and goes with Escape", async () => {
  await open("owner", { "POST /api/quick-add": () => refusal(422, "invalid-input", "Too odd.") });
  await userEvent.click(screen.getByRole("button", { name: "Add task to Later" }));
  const field = screen.getByRole("textbox", { name: "Add task to Later" });
  await userEvent.type(field, "odd{Enter}");
  expect((await screen.findAllByText("Too odd.")).length).toBeGreaterThan(0);
  expect(field).toHaveValue("odd");
  await userEvent.keyboard("{Escape}");
  expect(field).not.toBeInTheDocument();
});
