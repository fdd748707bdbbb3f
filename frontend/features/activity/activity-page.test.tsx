import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { ENGLISH } from "@/tests/texts";
import { asked, refusal, serve } from "@/tests/api";
import { aGroup } from "@/tests/fixtures";
import { renderInApp } from "@/tests/render";
import { ActivityPage } from "./activity-page";
import { fieldNames } from "./field-names";

vi.mock("next/navigation", () => ({ usePathname: () => "/activity", useRouter: () => ({ push: vi.fn() }) }));

const changes = (...titles: string[]) =>
  titles.map((title) => ({ entity: "task" as const, entity_id: title, kind: "update" as const, title }));

function open(answer: () => unknown = () => aGroup({ id: "group-9" })): ReturnType<typeof serve> {
  const items = [
    aGroup({ id: "a", created_at: "2026-11-25T08:30:00Z", via: "assistant", changes: changes("One", "Two", "Three", "Four") }),
    aGroup({ id: "b", created_at: "2026-11-24T08:30:00Z", undone_by: "c", changes: changes("Five") }),
  ];
  const log = serve({
    "GET /api/changes": () => ({ items, next_cursor: null }),
    "POST /api/changes/a/undo": answer,
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

  it("undoes a group, and none that is undone already", async () => {
    const log = open();
    await userEvent.click(await screen.findByRole("button", { name: "Undo" }));
    await waitFor(() => expect(asked(log, "POST /api/changes/a/undo")).toHaveLength(1));
  });

  it("says why a group can't be undone, in its place", async () => {
    open(() => refusal(409, "changed-since", "“One” was changed since. Undo that first."));
    await userEvent.click(await screen.findByRole("button", { name: "Undo" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("“One” was changed since. Undo that first.");
  });
});

it("names what changed once each, and leaves out what means nothing to a person", () => {
  expect(fieldNames(["title", "due_date", "due_at", "version"], ENGLISH)).toBe("Title, Due date");
});
