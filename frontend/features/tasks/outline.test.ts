import { describe, expect, it } from "vitest";
import type { Section, Task } from "@/lib/api/types";
import { aTask } from "@/tests/fixtures";
import { boardStep, expectPlace, type OutlineGroup, outlineOf, type Step, stepFrom, topOf } from "./outline";

const P = "project";
const section = (id: string, position: string): Section => ({
  id,
  project_id: P,
  name: id,
  position,
  version: 1,
  created_at: "2026-11-01T08:00:00Z",
  updated_at: "2026-11-01T08:00:00Z",
});
const task = (id: string, position: string, place: Partial<Task> = {}): Task =>
  aTask({ id, title: id, position, project_id: P, ...place });

const sections = [section("later", "B"), section("now", "A")];
const tasks = [
  task("b", "2"),
  task("a", "1"),
  task("a2", "2", { parent_id: "a" }),
  task("a1", "1", { parent_id: "a" }),
  task("n", "1", { section_id: "now" }),
  task("orphan", "3", { parent_id: "elsewhere" }),
];
const groups = outlineOf(tasks, { sections });

/** Titles of each group, with a dash for each task above. */
function drawn(of: readonly OutlineGroup[]): string[] {
  return of.map(({ section: head, rows }) => {
    const lines = rows.map((row) => "-".repeat(row.depth) + row.task.id);
    return `${head?.name ?? ""}: ${lines.join(" ")}`;
  });
}

describe("outlineOf", () => {
  it("orders by position, what is in no section first, tasks below their parents", () => {
    expect(drawn(groups)).toEqual([": a -a1 -a2 b orphan", "now: n", "later: "]);
  });

  it("leaves out what is folded away, and counts what is done", () => {
    const done = [task("a0", "0", { parent_id: "a", completed_at: "2026-11-01T08:00:00Z" })];
    const folded = outlineOf(tasks, { sections, done, folded: new Set(["a"]) });
    expect(drawn(folded)[0]).toBe(": a b orphan");
    expect(folded[0]?.rows[0]).toMatchObject({ below: 3, doneBelow: 1 });
  });

  it("loses no task and shows none twice, whatever is below what", () => {
    const many = Array.from({ length: 200 }, (_, index) =>
      task(String(index), String((index * 7919) % 200).padStart(3, "0"), {
        parent_id: index % 3 === 0 ? null : String(Math.floor(index / 2)),
        section_id: index % 5 === 0 ? "now" : null,
      }),
    );
    const shown = outlineOf(many, { sections }).flatMap(({ rows }) => rows.map((row) => row.task.id));
    expect(shown.toSorted()).toEqual(many.map(({ id }) => id).toSorted());
  });
});

it.each<[string, Step, unknown]>([
  ["b", "up", { ...topOf(P), before_id: "a" }],
  ["a", "up", null],
  ["a", "down", { ...topOf(P), after_id: "b" }],
  ["orphan", "down", { section_id: "now", before_id: "n" }],
  ["n", "up", topOf(P)],
  ["n", "down", { section_id: "later" }],
  ["a1", "up", null],
  ["a1", "down", { parent_id: "a", after_id: "a2" }],
  ["b", "indent", { parent_id: "a" }],
  ["a2", "indent", { parent_id: "a1" }],
  ["a", "indent", null],
  ["a1", "outdent", { ...topOf(P), after_id: "a" }],
  ["b", "outdent", null],
  ["unknown", "up", null],
])("from %s %s", (id, step, place) => {
  expect(stepFrom(groups, id, step)).toEqual(place);
});

it("goes between columns on a board, and within one", () => {
  expect(boardStep(groups, "b", "right")).toEqual({ section_id: "now" });
  expect(boardStep(groups, "n", "left")).toEqual(topOf(P));
  expect(boardStep(groups, "b", "up")).toEqual({ ...topOf(P), before_id: "a" });
  expect(boardStep(groups, "a", "left")).toBeNull();
  expect(boardStep(groups, "a", "up")).toBeNull();
});

describe("expectPlace", () => {
  /** The outline as it is shown once the step is taken, before the server has answered. */
  function after(id: string, step: Step): string[] {
    const moved = tasks.find((one) => one.id === id);
    const place = stepFrom(groups, id, step);
    if (moved === undefined || place === null) throw new Error("no way to go");
    const expected = expectPlace(moved, place, tasks);
    return drawn(outlineOf(tasks.map((one) => (one.id === id ? expected : one)), { sections }));
  }

  it("sorts to where the server will put it", () => {
    expect(after("b", "up")[0]).toBe(": b a -a1 -a2 orphan");
    expect(after("a", "down")[0]).toBe(": b a -a1 -a2 orphan");
    expect(after("a1", "down")[0]).toBe(": a -a2 -a1 b orphan");
    expect(after("b", "indent")[0]).toBe(": a -a1 -a2 -b orphan");
    expect(after("a1", "outdent")[0]).toBe(": a -a2 a1 b orphan");
    expect(after("orphan", "down")[1]).toBe("now: orphan n");
    expect(after("n", "down")[2]).toBe("later: n");
  });
});
