// What a list held before stays the same object where it says the same, wherever it stands now. The library compares place
// by place: with one task gone, each after it would be another, and its row drawn anew. Pure.
import { type InfiniteData, replaceEqualDeep } from "@tanstack/react-query";
import type { Task, TaskPage } from "@/lib/api/types";

type List = InfiniteData<TaskPage, string | undefined>;

/** `after`, made of the parts of `before` that are equal. */
export function keepTasks(before: List | undefined, after: List): List {
  if (before === undefined) return after;
  const known = new Map(before.pages.flatMap(({ items }) => items.map((task) => [task.id, task])));
  const pages = after.pages.map((page, index) => {
    const old = before.pages[index];
    const items = page.items.map((task): Task => replaceEqualDeep(known.get(task.id), task));
    return same(old, { ...page, items: same(old?.items, items) });
  });
  return same(before, { pages: same(before.pages, pages), pageParams: replaceEqualDeep(before.pageParams, after.pageParams) });
}

/** The one before, if all that stands in it is the same. */
function same<Value extends object>(before: Value | undefined, after: Value): Value {
  const keys = Object.keys(after) as (keyof Value)[];
  const equal = before !== undefined && Object.keys(before).length === keys.length && keys.every((key) => before[key] === after[key]);
  return equal ? before : after;
}
