import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { ENGLISH, GERMAN, SPANISH } from "@/tests/texts";
import { asked, refusal, serve } from "@/tests/api";
import { aGroup } from "@/tests/fixtures";
import { renderInApp } from "@/tests/render";
import type { ChangeGroup } from "@/lib/api/types";
import { ActivityPage } from "./activity-page";
import { describeAmounts, kindsOf } from "./amounts";
import { fieldNames } from "./field-names";

vi.mock("next/navigation", () => ({ usePathname: () => "/activity", useRouter: () => ({ push: vi.fn() }) }));

const changes = (...titles: string[]) =>
  titles.map((title) => ({ entity: "task" as const, entity_id: title, kind: "update" as const, title, fields: [] }));

function open(answer: () => unknown = () => aGroup({ id: "group-9" })): ReturnType<typeof serve> {
  const items = [
    aGroup({
      id: "a",
      created_at: "2026-11-25T08:30:00Z",
      via: "assistant",
      changes: changes("One", "Two", "Three", "Four"),
      counts: [{ entity: "task", kind: "update", count: 4 }],
    }),
    aGroup({ id: "b", created_at: "2026-11-24T08:30:00Z", undone_by: "c", changes: changes("Five") }),
  ];
  const log = serve({
    "GET /api/changes": () => ({ items, next_cursor: null }),
    "POST /api/changes/a/undo": answer,
    "GET /api/changes/a": () => ({
      items: [
        { entity: "task", entity_id: "1", kind: "create", title: "One" },
        { entity: "task", entity_id: "1", kind: "update", title: "Two" },
      ],
      next_cursor: null,
    }),
    "GET /api/projects": () => ({ items: [] }),
  });
  renderInApp(<ActivityPage />);
  return log;
}

describe("ActivityPage", () => {
  it("tells by day what was changed, how much and by whom", async () => {
    open();
    expect(await screen.findByText(/“One”, “Two”, “Three” and 1 more/)).toBeVisible();
    expect(screen.getAllByRole("heading", { level: 2 }).map(({ textContent }) => textContent)).toEqual([
      "TodayWednesday 25 November",
      "YesterdayTuesday 24 November",
    ]);
    expect(screen.getByText(/by the assistant/)).toBeVisible();
  });

  it("shows all of what one command changed when asked to", async () => {
    open();
    const more = await screen.findByRole("button", { name: "Show all" });
    expect(more).toHaveAttribute("aria-expanded", "false");
    await userEvent.click(more);
    const rows = await screen.findByRole("list", { name: "All that was changed" });
    expect(within(rows).getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual(["OneCreated", "TwoChanged"]);
    await userEvent.click(screen.getByRole("button", { name: "Show less" }));
    expect(screen.queryByRole("list", { name: "All that was changed" })).not.toBeInTheDocument();
  });

  it("undoes a group, and none that is undone already", async () => {
    const log = open();
    const undo = await screen.findByRole("button", { name: "Undo" });
    expect(undo).toHaveAccessibleDescription(/“One”, “Two”, “Three” and 1 more/);
    await userEvent.click(undo);
    await waitFor(() => expect(asked(log, "POST /api/changes/a/undo")).toHaveLength(1));
  });

  it("says why a group can't be undone, in its place", async () => {
    open(() => refusal(409, "changed-since", "“One” was changed since. Undo that first."));
    await userEvent.click(await screen.findByRole("button", { name: "Undo" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("“One” was changed since. Undo that first.");
  });
});

describe("what was done", () => {
  const done = { name: "completed_at", before: null, after: "2026-11-25T09:00:00Z" };
  const told = (title: string, ...fields: object[]) => ({ ...changes(title)[0], fields });

  async function row(...shown: object[]): Promise<HTMLElement> {
    const group = aGroup({ id: "a", changes: shown as ChangeGroup["changes"], counts: [{ entity: "task", kind: "update", count: shown.length }] });
    serve({
      "GET /api/changes": () => ({ items: [{ ...group, count: shown.length }], next_cursor: null }),
      "GET /api/changes/a": () => ({ items: shown, next_cursor: null }),
      "GET /api/labels": () => ({ items: [] }),
    });
    renderInApp(<ActivityPage />);
    return screen.findByRole("listitem");
  }

  it.each([
    ["to one thing", [told("Rent", done)], "Completed · in the app"],
    ["to all of them alike", [told("Rent", done), told("Tea", done)], "Completed · in the app"],
    ["to one in two ways", [told("Rent", done, { name: "priority", before: 1, after: 4 })], "Completed, Priority: Priority 1 → No priority · in the app"],
    ["to its place alone", [told("Rent")], "Put elsewhere in its list · in the app"],
    ["before it was told so closely", [{ ...changes("Rent")[0], fields: undefined }], "Changed · in the app"],
  ])("%s is said in its line", async (_, shown, words) => {
    expect(await row(...shown)).toHaveTextContent(words);
    expect(screen.queryByRole("button", { name: "Show all" })).not.toBeInTheDocument();
  });

  it("to each in its own way is said when all are shown", async () => {
    expect(await row(told("Rent", done), told("Tea", { name: "priority", before: 4, after: 1 }))).toHaveTextContent("Changed · in the app");
    await userEvent.click(screen.getByRole("button", { name: "Show all" }));
    const rows = await screen.findByRole("list", { name: "All that was changed" });
    expect(within(rows).getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual([
      "RentCompleted",
      "TeaPriority: No priority → Priority 1",
    ]);
  });

  it("calls a reminder so in the person's language", async () => {
    const reminder = { entity: "reminder", entity_id: "r", kind: "create", title: "reminder", fields: [] };
    expect(await row(reminder)).toHaveTextContent("“Reminder”Created · in the app");
  });
});

describe("a group of thousands", () => {
  const IMPORT = aGroup({
    id: "big",
    command: "import",
    via: "import",
    count: 10_020,
    counts: [
      { entity: "project", kind: "create", count: 20 },
      { entity: "task", kind: "create", count: 10_000 },
    ],
    changes: changes(...Array.from({ length: 20 }, (_, index) => `Project ${index}`)),
  });

  it("is told by what there is most of, with the first names", async () => {
    serve({ "GET /api/changes": () => ({ items: [IMPORT], next_cursor: null }), "GET /api/projects": () => ({ items: [] }) });
    renderInApp(<ActivityPage />);
    expect(
      await screen.findByText("10,000 tasks, 20 projects: “Project 0”, “Project 1”, “Project 2” and 10,017 more"),
    ).toBeVisible();
    expect(screen.getByText("Created · by an import")).toBeVisible();
  });

  it("is read page by page", async () => {
    const pageOf = (from: number) => Array.from({ length: 2 }, (_, index) => ({ ...changes(`Task ${from + index}`)[0] }));
    const log = serve({
      "GET /api/changes": () => ({ items: [IMPORT], next_cursor: null }),
      "GET /api/projects": () => ({ items: [] }),
      "GET /api/changes/big": ({ query }) =>
        query.cursor === "next" ? { items: pageOf(2), next_cursor: null } : { items: pageOf(0), next_cursor: "next" },
    });
    renderInApp(<ActivityPage />);
    await userEvent.click(await screen.findByRole("button", { name: "Show all" }));
    await userEvent.click(await screen.findByRole("button", { name: "Show more" }));
    expect(await screen.findByText("Task 3")).toBeVisible();
    expect(screen.getByText("Task 0")).toBeVisible();
    expect(asked(log, "GET /api/changes/big")).toHaveLength(2);
  });

  it("says what is going on while it is taken back, once", async () => {
    const answer = Promise.withResolvers<unknown>();
    const log = serve({
      "GET /api/changes": () => ({ items: [IMPORT], next_cursor: null }),
      "GET /api/projects": () => ({ items: [] }),
      "POST /api/changes/big/undo": () => answer.promise,
    });
    renderInApp(<ActivityPage />);
    const undo = await screen.findByRole("button", { name: "Undo" });
    await userEvent.click(undo);
    expect(await screen.findByText("Working through 10,020 changes…")).toHaveAttribute("role", "status");
    expect(undo).toBeDisabled();
    await userEvent.click(undo);
    answer.resolve(aGroup({ id: "undone" }));
    await waitFor(() => expect(screen.queryByText("Working through 10,020 changes…")).not.toBeInTheDocument());
    expect(asked(log, "POST /api/changes/big/undo")).toHaveLength(1);
  });
});

describe("amounts", () => {
  const counts: ChangeGroup["counts"] = [
    { entity: "saved_filter", kind: "create", count: 1 },
    { entity: "task", kind: "update", count: 2 },
    { entity: "task", kind: "delete", count: 1_200 },
  ];

  it("are summed by kind of thing, the most first, in each language", () => {
    expect(describeAmounts({ counts }, ENGLISH)).toBe("1,202 tasks, 1 filter");
    expect(describeAmounts({ counts }, GERMAN)).toBe("1.202 Aufgaben, 1 Filter");
    expect(describeAmounts({ counts: [{ entity: "task", kind: "create", count: 10_000 }] }, SPANISH)).toBe("10.000 tareas");
  });

  it("tell what became of things once each", () => {
    expect(kindsOf({ counts })).toEqual(["create", "update", "delete"]);
    expect(kindsOf({ counts: [] })).toEqual([]);
  });
});

it("names what changed once each, and leaves out what means nothing to a person", () => {
  expect(fieldNames(["title", "due_date", "due_at", "version"], ENGLISH)).toBe("Title, Due date");
});
