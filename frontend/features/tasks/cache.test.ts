import { QueryClient } from "@tanstack/react-query";
import { describe, expect, it } from "vitest";
import { aTask } from "@/tests/fixtures";
import { changeAllInCache, changeInCache, changeInList, tasksInCache } from "./cache";
import type { TaskListData, TaskListKey } from "./queries";

const list: TaskListData = {
  pages: [
    { items: [aTask({ id: "a" }), aTask({ id: "b" })], next_cursor: "2" },
    { items: [aTask({ id: "c" })], next_cursor: null },
  ],
  pageParams: [undefined, "2"],
};

const ids = (data: TaskListData | undefined): string[][] | undefined =>
  data?.pages.map((page) => page.items.map((task) => task.id));

describe("changeInList", () => {
  it("changes one task and leaves other pages the same objects", () => {
    const changed = changeInList(list, "b", (task) => ({ ...task, title: "New" }));
    expect(changed.pages[0]?.items[1]?.title).toBe("New");
    expect(changed.pages[1]).toBe(list.pages[1]);
    expect(list.pages[0]?.items[1]?.title).toBe("Pay rent");
  });

  it("takes a task out", () => {
    expect(ids(changeInList(list, "a", () => null))).toEqual([["b"], ["c"]]);
  });

  it("changes nothing for a task that is not listed", () => {
    expect(changeInList(list, "z", () => null).pages[0]).toBe(list.pages[0]);
  });
});

it("changes all cached lists and gives up answers that are on their way", async () => {
  const client = new QueryClient();
  const today: TaskListKey = ["tasks", "list", { due_until: "2026-11-25" }];
  const project: TaskListKey = ["tasks", "list", { project_id: "p" }];
  client.setQueryData(today, list);
  client.setQueryData(project, list);
  const late = Promise.withResolvers<TaskListData>();
  const fetching = client.query({ queryKey: today, queryFn: () => late.promise, staleTime: 0 });
  await changeInCache(client, "a", () => null);
  late.resolve(list);
  await fetching.catch(() => undefined);
  expect(ids(client.getQueryData(today))).toEqual([["b"], ["c"]]);
  expect(ids(client.getQueryData(project))).toEqual([["b"], ["c"]]);
});

it("puts back one task in its place, and nothing else that has changed meanwhile", async () => {
  const client = new QueryClient();
  const key: TaskListKey = ["tasks", "list", { project_id: "p" }];
  client.setQueryData(key, list);
  const takeBack = await changeInCache(client, "b", () => null);
  await changeInCache(client, "a", (task) => ({ ...task, title: "Changed meanwhile" }));
  takeBack();
  expect(ids(client.getQueryData(key))).toEqual([["a", "b"], ["c"]]);
  expect(client.getQueryData<TaskListData>(key)?.pages[0]?.items.map(({ title }) => title)).toEqual([
    "Changed meanwhile",
    "Pay rent",
  ]);
});

it("takes a change back in each list as it was there", async () => {
  const client = new QueryClient();
  const keys: TaskListKey[] = [["tasks", "list", { project_id: "p" }], ["tasks", "list", { done: true }]];
  for (const key of keys) client.setQueryData(key, list);
  const takeBack = await changeInCache(client, "c", (task) => ({ ...task, priority: 1 }));
  takeBack();
  for (const key of keys) expect(client.getQueryData(key)).toEqual(list);
});

it("puts several back in their order", async () => {
  const client = new QueryClient();
  const key: TaskListKey = ["tasks", "list", { project_id: "p" }];
  client.setQueryData(key, list);
  expect(tasksInCache(client, new Set(["a", "c", "z"])).map(({ id }) => id)).toEqual(["a", "c"]);
  const takeBack = await changeAllInCache(client, new Set(["a", "b", "c"]), () => null);
  expect(ids(client.getQueryData(key))).toEqual([[], []]);
  takeBack();
  expect(client.getQueryData(key)).toEqual(list);
});
