import { describe, expect, it } from "vitest";
import { aTask } from "@/tests/fixtures";
import { isChanged, toDraft, toPatch } from "./task-draft";

const ZONE = "Europe/Berlin";
const task = aTask({ title: "Pay rent", priority: 1, due_at: "2026-11-26T16:00:00Z", time_zone: "America/New_York" });

describe("toPatch", () => {
  it("is empty when nothing was changed, in whichever zone the task was made", () => {
    const patch = toPatch(toDraft(task, ZONE), task, ZONE);
    expect(patch).toEqual({});
    expect(isChanged(patch)).toBe(false);
  });

  it("holds only what was changed", () => {
    const draft = { ...toDraft(task, ZONE), title: "  Pay the rent ", notes: "By bank" };
    expect(toPatch(draft, task, ZONE)).toEqual({ title: "Pay the rent", notes: "By bank" });
  });

  it("moves to another project and priority", () => {
    const draft = { ...toDraft(task, ZONE), projectId: "other", priority: 4 };
    expect(toPatch(draft, task, ZONE)).toEqual({ project_id: "other", priority: 4 });
  });

  it("gives a new time in the person's zone", () => {
    const draft = { ...toDraft(task, ZONE), time: "18:30" };
    expect(toPatch(draft, task, ZONE)).toEqual({ due_at: "2026-11-26T17:30:00.000Z", time_zone: ZONE });
  });

  it("takes the time away, then the day", () => {
    expect(toPatch({ ...toDraft(task, ZONE), time: "" }, task, ZONE)).toEqual({ due_date: "2026-11-26" });
    expect(toPatch({ ...toDraft(task, ZONE), day: "", time: "" }, task, ZONE)).toEqual({ due_date: null, due_at: null });
  });
});

it("shows a task without a date as empty fields", () => {
  expect(toDraft(aTask(), ZONE)).toMatchObject({ day: "", time: "" });
});
