import { describe, expect, it } from "vitest";
import { uuidv7 } from "@/lib/uuid";
import { groupRows, type RowGroup } from "./row-groups";

const same = (id: string): string => id;
const many = (count: number): string[] => Array.from({ length: count }, () => uuidv7());
const rowsOf = (groups: readonly RowGroup<string>[]): string[] => groups.flatMap(({ rows }) => [...rows]);
const shown = (groups: readonly RowGroup<string>[]): Set<string> => new Set(groups.map((group) => JSON.stringify(group)));

/** How many groups of one are not among those of the other. */
function changed(before: readonly RowGroup<string>[], after: readonly RowGroup<string>[]): number {
  const known = shown(before);
  return [...shown(after)].filter((group) => !known.has(group)).length;
}

describe("groupRows", () => {
  it("makes no group of nothing, and one of a single row", () => {
    expect(groupRows([], same)).toEqual([]);
    expect(groupRows(["a"], same)).toEqual([{ key: "first", rows: ["a"] }]);
  });

  it("keeps all rows in their order, each in one group, under keys of their own", () => {
    for (const count of [1, 17, 60, 1_000]) {
      const ids = many(count);
      const groups = groupRows(ids, same);
      expect(rowsOf(groups)).toEqual(ids);
      expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length);
      expect(groups.every(({ rows }) => rows.length > 0)).toBe(true);
    }
  });

  it("makes about a hundred groups of a thousand rows, none of them long", () => {
    const groups = groupRows(many(1_000), same);
    expect(groups.length).toBeGreaterThan(70);
    expect(groups.length).toBeLessThan(190);
    expect(Math.max(...groups.map(({ rows }) => rows.length))).toBeLessThan(130);
  });

  it("leaves all groups but those beside it as they were when a row goes or comes", () => {
    const ids = many(400);
    const all = groupRows(ids, same);
    for (let index = 0; index < ids.length; index += 1) {
      const without = groupRows(ids.toSpliced(index, 1), same);
      expect(changed(all, without)).toBeLessThanOrEqual(1);
      // A row that comes may also split the group that it comes into.
      expect(changed(without, all)).toBeLessThanOrEqual(2);
    }
  });

  it("keeps the key of the first group, whichever row comes first", () => {
    const ids = many(100);
    expect(groupRows(ids.slice(1), same)[0]?.key).toBe(groupRows(ids, same)[0]?.key);
  });

  it("says a row's id by the function that it is given", () => {
    const ids = many(80);
    const groups = groupRows(ids.map((id) => ({ id })), ({ id }) => id);
    expect(groups.map(({ rows }) => rows.map(({ id }) => id))).toEqual(groupRows(ids, same).map(({ rows }) => [...rows]));
  });
});
