import { expect, it } from "vitest";
import type { TaskPatch } from "@/lib/api/types";
import { aTask } from "@/tests/fixtures";
import { patchAll } from "./change-tasks";

const onDay = aTask({ id: "day", due_date: "2026-11-25" });
const atTime = aTask({ id: "time", due_at: "2026-11-25T16:00:00Z" });
const rule = { rule: "FREQ=DAILY", anchor: "due" } as const;

it.each<[string, TaskPatch, object, object]>([
  ["a day", { due_date: "2026-12-01" }, { due_date: "2026-12-01", due_at: null }, { due_date: "2026-12-01", due_at: null }],
  ["a time", { due_at: "2026-12-01T08:00:00Z" }, { due_date: null, due_at: "2026-12-01T08:00:00Z" }, { due_date: null, due_at: "2026-12-01T08:00:00Z" }],
  ["no date", { due_date: null, due_at: null }, { due_date: null, due_at: null }, { due_date: null, due_at: null }],
  ["a priority", { priority: 1 }, { priority: 1, due_date: "2026-11-25" }, { priority: 1, due_at: atTime.due_at }],
  ["a rule", { recurrence: rule }, { recurrence: null, due_date: "2026-11-25" }, { recurrence: null, due_at: atTime.due_at }],
])("sends %s as it is, and shows what follows from it", (_what, patch, ofDay, ofTime) => {
  const { operations, expect: shown } = patchAll([onDay, atTime], () => patch);
  expect(operations).toEqual(["day", "time"].map((id) => ({ op: "patch", id, changes: patch })));
  expect(shown(onDay)).toEqual({ ...onDay, ...ofDay });
  expect(shown(atTime)).toEqual({ ...atTime, ...ofTime });
});

it("makes the change of each task from that task", () => {
  const { operations, expect: shown } = patchAll([onDay, atTime], ({ id }) => ({ title: `Task ${id}` }));
  expect(operations.map((one) => ("changes" in one ? one.changes : null))).toEqual([{ title: "Task day" }, { title: "Task time" }]);
  // As it is in the list by now, which need not be as it was when the change was made.
  expect(shown({ ...atTime, priority: 2 })).toMatchObject({ title: "Task time", priority: 2 });
});
