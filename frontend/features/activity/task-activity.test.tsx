import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import type { Activity } from "@/lib/api/types";
import { refusal, serve } from "@/tests/api";
import { GERMAN } from "@/tests/texts";
import { renderInApp } from "@/tests/render";
import { fieldNames } from "./field-names";
import { TaskActivity } from "./task-activity";

const PATH = "GET /api/tasks/rent/activity";

function anEntry(change: Partial<Activity> = {}, ...fields: string[]): Activity {
  return {
    id: 1,
    group: "g",
    undo_of: null,
    via: "web",
    command: "edit_task",
    created_at: "2026-11-25T08:30:00Z",
    person: { id: "ada", name: "Ada" },
    entity: "task",
    entity_id: "rent",
    kind: "update",
    title: "Pay rent",
    fields: fields.map((name) => ({ name, before: null, after: null })),
    ...change,
  };
}

it.each([
  [anEntry({}, "title", "notes"), "Changed: Title, NotesToday 09:30"],
  [anEntry({ fields: [{ name: "title", before: "Rent", after: "Pay rent" }] }), "Renamed, was “Rent”Today 09:30"],
  [anEntry({ fields: [{ name: "project_id", before: "x", after: "home" }] }), "Moved to “Home”Today 09:30"],
  [anEntry({}, "version"), "ChangedToday 09:30"],
  [anEntry({ kind: "create" }, "title"), "CreatedToday 09:30"],
  [anEntry({ kind: "delete", created_at: "2026-11-24T23:30:00Z" }), "DeletedToday 00:30"],
  [anEntry({ via: "assistant", created_at: "2026-11-24T08:00:00Z" }, "due_at"), "Changed: Due date · by the assistantYesterday 09:00"],
  [anEntry({ via: "import", kind: "create", created_at: "2025-02-03T11:00:00Z" }), "Created · by an import3 Feb 2025 12:00"],
])("tells what happened (%#)", async (entry, words) => {
  const log = serve({ [PATH]: () => ({ items: [entry] }) });
  renderInApp(<TaskActivity id="rent" />);
  expect(await screen.findByRole("listitem")).toHaveTextContent(words);
  expect(log[0]?.query).toEqual({ limit: "20" });
});

it("keeps the order of the server, and says when it is still on its way", async () => {
  serve({ [PATH]: () => ({ items: [anEntry({ id: 2 }), anEntry({ id: 1, kind: "create" })] }) });
  renderInApp(<TaskActivity id="rent" />);
  expect(screen.getByRole("list")).toHaveAttribute("aria-busy", "true");
  const items = await screen.findAllByRole("listitem");
  expect(items.map(({ textContent }) => textContent.replace("Today 09:30", ""))).toEqual(["Changed", "Created"]);
  expect(screen.getByRole("list")).toHaveAttribute("aria-busy", "false");
});

it("says so when it can't be loaded", async () => {
  serve({ [PATH]: () => refusal(404, "not-found", "Gone.") });
  renderInApp(<TaskActivity id="rent" />);
  expect(await screen.findByText("What happened could not be loaded.")).toBeVisible();
});

it.each([
  [["section_id", "parent_id", "position"], "Abschnitt, Ort"],
  [["completed_at", "recurrence"], "Erledigt, Wiederholung"],
  [["version", "updated_at"], ""],
  [[], ""],
])("calls %j in German %j", (fields, names) => {
  expect(fieldNames(fields, GERMAN)).toBe(names);
});
