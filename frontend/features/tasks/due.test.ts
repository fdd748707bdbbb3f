import { describe, expect, it } from "vitest";
import type { Clock } from "@/lib/clock";
import { ENGLISH } from "@/tests/texts";
import { aTask } from "@/tests/fixtures";
import { describeDue, dueFields, dueOf, groupByDay, isOverdue, isSameDue } from "./due";

const BERLIN: Clock = { zone: "Europe/Berlin", today: "2026-11-25", time: "10:00", hourCycle: "h23" };

describe("dueOf", () => {
  it("reads a moment in the person's zone, whichever it was given in", () => {
    const task = aTask({ due_at: "2026-11-25T23:30:00Z", time_zone: "America/New_York" });
    expect(dueOf(task, "Europe/Berlin")).toEqual({ day: "2026-11-26", time: "00:30" });
  });

  it("leaves a day as it is in every zone", () => {
    for (const zone of ["Pacific/Auckland", "America/Los_Angeles"]) {
      expect(dueOf(aTask({ due_date: "2026-11-25" }), zone)).toEqual({ day: "2026-11-25", time: null });
    }
  });

  it("is null without a due date", () => {
    expect(dueOf(aTask(), "UTC")).toBeNull();
  });
});

describe("isOverdue", () => {
  it.each([
    ["2026-11-24", null, true],
    ["2026-11-25", null, false],
    ["2026-11-25", "09:59", true],
    ["2026-11-25", "10:00", false],
    ["2026-11-26", "08:00", false],
  ])("%s %s: %s", (day, time, overdue) => {
    expect(isOverdue({ day, time }, BERLIN)).toBe(overdue);
  });
});

it("describes the day, and the time when there is one", () => {
  expect(describeDue({ day: "2026-11-26", time: "17:00" }, BERLIN, ENGLISH)).toBe("Tomorrow 17:00");
  expect(describeDue({ day: "2026-12-12", time: null }, BERLIN, ENGLISH)).toBe("12 Dec");
});

describe("dueFields", () => {
  it("sends one kind, so that the server clears the other", () => {
    expect(dueFields({ day: "2026-11-26", time: null }, BERLIN.zone)).toEqual({ due_date: "2026-11-26" });
    expect(dueFields({ day: "2026-11-26", time: "17:00" }, BERLIN.zone)).toEqual({
      due_at: "2026-11-26T16:00:00.000Z",
      time_zone: "Europe/Berlin",
    });
  });

  it("clears both", () => {
    expect(dueFields(null, BERLIN.zone)).toEqual({ due_date: null, due_at: null });
  });
});

it("compares by value", () => {
  const due = { day: "2026-11-26", time: "17:00" };
  expect(isSameDue(due, { ...due })).toBe(true);
  expect(isSameDue(due, { ...due, time: null })).toBe(false);
  expect(isSameDue(null, null)).toBe(true);
  expect(isSameDue(due, null)).toBe(false);
});

it("groups by day in the order of the list", () => {
  const late = aTask({ id: "late", due_at: "2026-11-26T23:30:00Z", time_zone: "UTC" });
  const early = aTask({ id: "early", due_date: "2026-11-26" });
  const next = aTask({ id: "next", due_date: "2026-11-27" });
  const groups = groupByDay([early, late, next, aTask({ id: "undated" })], "Europe/Berlin");
  expect(groups.map(({ day, tasks }) => [day, tasks.map(({ id }) => id)])).toEqual([
    ["2026-11-26", ["early"]],
    ["2026-11-27", ["late", "next"]],
  ]);
});
