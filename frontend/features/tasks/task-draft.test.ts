import { describe, expect, it } from "vitest";
import { aTask } from "@/tests/fixtures";
import { isChanged, rebased, toDraft, toMove, toPatch } from "./task-draft";

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

describe("toMove", () => {
  const placed = aTask({ project_id: "home", section_id: "plan" });
  const draft = toDraft(placed, ZONE);

  it("is nothing where the section stays", () => {
    expect(toMove(draft, placed)).toBeNull();
    expect(toMove({ ...draft, projectId: "work", sectionId: null }, placed)).toBeNull();
  });

  it("goes to another section, or out of all", () => {
    expect(toMove({ ...draft, sectionId: "build" }, placed)).toEqual({ section_id: "build" });
    expect(toMove({ ...draft, sectionId: null }, placed)).toEqual({
      project_id: "home",
      section_id: null,
      parent_id: null,
    });
  });
});

it("carries labels, deadline, duration and rule, and only those that differ", () => {
  const plain = aTask({ label_ids: ["a", "b"], deadline: "2026-12-01", duration_minutes: 30 });
  const draft = toDraft(plain, ZONE);
  expect(toPatch({ ...draft, labelIds: ["b", "a"] }, plain, ZONE)).toEqual({});
  const rule = { rule: "FREQ=DAILY", anchor: "due" as const };
  const changed = { ...draft, labelIds: ["a"], deadline: "", durationMinutes: 45, recurrence: rule };
  expect(toPatch(changed, plain, ZONE)).toEqual({
    label_ids: ["a"],
    deadline: null,
    duration_minutes: 45,
    recurrence: rule,
  });
});

it("lays what was changed here over what was changed there", () => {
  const before = aTask({ title: "Pay rent", notes: "", priority: 4 });
  const theirs = { ...before, notes: "by bank", priority: 2, version: 2 };
  const mine = { ...toDraft(before, ZONE), title: "Pay the rent", priority: 1 };
  expect(rebased(mine, before, theirs, ZONE)).toMatchObject({ title: "Pay the rent", notes: "by bank", priority: 1 });
});
