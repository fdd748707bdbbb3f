import { expect, it } from "vitest";
import type { Task, TaskPage } from "@/lib/api/types";
import { aTask } from "@/tests/fixtures";
import { keepTasks } from "./kept-tasks";

interface List {
  pages: TaskPage[];
  pageParams: (string | undefined)[];
}

const tasks = Array.from({ length: 6 }, (_, index) => aTask({ id: `task-${index}`, title: `Task ${index}` }));
const listOf = (...pages: Task[][]): List => ({
  pages: pages.map((items) => ({ items, next_cursor: null })),
  pageParams: pages.map((_, index) => (index === 0 ? undefined : `page ${index}`)),
});
/** As it comes from the server: nothing in it is the same object. */
const anew = (list: List): List => structuredClone(list);
const before = listOf(tasks.slice(0, 3), tasks.slice(3));
const allOf = (list: List): Task[] => list.pages.flatMap(({ items }) => items);

it("is what was there before when nothing has changed", () => {
  expect(keepTasks(before, anew(before))).toBe(before);
});

it("is what comes when there was nothing", () => {
  const list = anew(before);
  expect(keepTasks(undefined, list)).toBe(list);
});

it("keeps each task that stands elsewhere now, as another has gone or come", () => {
  const gone = keepTasks(before, anew(listOf(tasks.slice(1, 4), tasks.slice(4))));
  expect(gone).toEqual(listOf(tasks.slice(1, 4), tasks.slice(4)));
  allOf(gone).forEach((task, index) => expect(task).toBe(tasks[index + 1]));
  const come = keepTasks(gone, anew(before));
  expect(come).toEqual(before);
  allOf(come).slice(1).forEach((task, index) => expect(task).toBe(tasks[index + 1]));
});

it("takes what has changed of a task, and leaves the others", () => {
  const after = anew(before);
  const changed = allOf(after)[2];
  if (changed !== undefined) changed.title = "Pay rent";
  const kept = allOf(keepTasks(before, after));
  expect(kept[2]).toMatchObject({ id: "task-2", title: "Pay rent" });
  expect(kept.filter((task, index) => task !== tasks[index])).toHaveLength(1);
});
