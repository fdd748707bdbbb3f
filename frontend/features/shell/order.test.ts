import { describe, expect, it } from "vitest";
import { aProject } from "@/tests/fixtures";
import { droppedPlace, droppedProject, reordered, type Step, steppedPlace, steppedProject } from "./order";

const ITEMS = ["a", "b", "c"].map((id) => ({ id }));
const project = (id: string, parent_id: string | null = null) => aProject({ id, parent_id, is_inbox: false });
// a, a1, a2, a2x, b
const PROJECTS = [aProject(), project("a"), project("a1", "a"), project("a2", "a"), project("a2x", "a2"), project("b")];

describe("a flat list", () => {
  it.each<[string, Step, object | null]>([
    ["a", "up", null],
    ["a", "down", { after_id: "b" }],
    ["b", "up", { before_id: "a" }],
    ["c", "down", null],
    ["b", "in", null],
    ["b", "out", null],
    ["gone", "down", null],
  ])("%s goes %s by %j", (id, step, place) => {
    expect(steppedPlace(ITEMS, id, step)).toEqual(place);
  });

  it.each([
    ["a", "c", { before_id: "c" }],
    ["c", "a", { before_id: "a" }],
    ["a", null, { after_id: "c" }],
    ["a", "b", null],
    ["c", null, null],
    ["b", "b", null],
    ["gone", "a", null],
  ])("%s dropped before %s is placed by %j", (id, beforeId, place) => {
    expect(droppedPlace(ITEMS, { id, beforeId, parentId: null })).toEqual(place);
  });

  it.each([
    ["a", { after_id: "b" }, "bac"],
    ["c", { before_id: "a" }, "cab"],
    ["a", { after_id: "c" }, "bca"],
    ["a", {}, "bca"],
    ["gone", { before_id: "a" }, "abc"],
  ])("%s, placed by %j, gives %s", (id, place, order) => {
    expect(reordered(ITEMS, id, place).map((item) => item.id).join("")).toBe(order);
  });

  it("a step and back leaves all as it was, wherever there is a way", () => {
    for (const { id } of ITEMS) {
      for (const [step, back] of [["up", "down"], ["down", "up"]] as const) {
        const place = steppedPlace(ITEMS, id, step);
        if (place === null) continue;
        const there = reordered(ITEMS, id, place);
        const return_ = steppedPlace(there, id, back);
        expect(there).not.toEqual(ITEMS);
        expect(return_ === null ? null : reordered(there, id, return_)).toEqual(ITEMS);
      }
    }
  });
});

describe("projects below projects", () => {
  it.each<[string, Step, object | null]>([
    ["a", "up", null],
    ["a", "down", { parent_id: null, after_id: "b" }],
    ["b", "in", { parent_id: "a" }],
    ["a", "in", null],
    ["a2", "up", { parent_id: "a", before_id: "a1" }],
    ["a2", "in", { parent_id: "a1" }],
    ["a2x", "out", { parent_id: "a", after_id: "a2" }],
    ["b", "out", null],
    ["gone", "up", null],
  ])("%s goes %s by %j", (id, step, place) => {
    expect(steppedProject(PROJECTS, id, step)).toEqual(place);
  });

  it.each([
    ["b", { beforeId: "a", parentId: null }, { parent_id: null, before_id: "a" }],
    ["b", { beforeId: "a2", parentId: null }, { parent_id: "a", before_id: "a2" }],
    ["b", { beforeId: null, parentId: "a1" }, { parent_id: "a1" }],
    ["a2x", { beforeId: null, parentId: null }, { parent_id: null }],
    ["a1", { beforeId: "b", parentId: null }, { parent_id: null, before_id: "b" }],
  ])("%s dropped at %j is placed by %j", (id, at, place) => {
    expect(droppedProject(PROJECTS, { id, ...at })).toEqual(place);
  });

  it.each<[string, { beforeId: string | null; parentId: string | null }, string]>([
    ["a", { beforeId: null, parentId: "a2" }, "below what is below it"],
    ["a", { beforeId: "a2x", parentId: null }, "among what is below it"],
    ["a1", { beforeId: null, parentId: "a" }, "where it is already"],
    ["a", { beforeId: "b", parentId: null }, "where it stands already"],
    ["b", { beforeId: null, parentId: null }, "at the end, where it is"],
  ])("%s dropped at %j stays: %s", (id, at) => {
    expect(droppedProject(PROJECTS, { id, ...at })).toBeNull();
  });
});
