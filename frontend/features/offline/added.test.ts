import { dehydrate, hydrate, QueryClient } from "@tanstack/react-query";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { AT_THE_END } from "@/features/tasks/not-sent";
import type { TaskFilter, TaskListData } from "@/features/tasks/queries";
import type { Task } from "@/lib/api/types";
import { aTask } from "@/tests/fixtures";
import { keepShown, show } from "./added";

const rent = aTask({ id: "rent", project_id: "home" });
const milk = aTask({ id: "milk", project_id: "home", title: "Buy milk", position: AT_THE_END });
const listOf = (...items: Task[]): TaskListData => ({ pages: [{ items, next_cursor: null }], pageParams: [undefined] });
const keyOf = (filter: TaskFilter): unknown[] => ["tasks", "list", filter];

let client: QueryClient;
let added: Task[];
let stop: () => void;

const shown = (filter: TaskFilter): string[] =>
  client.getQueryData<TaskListData>(keyOf(filter))?.pages.flatMap(({ items }) => items.map(({ id }) => id)) ?? [];

beforeEach(() => {
  client = new QueryClient();
  added = [];
  stop = keepShown(client, () => added);
});

afterEach(() => {
  stop();
  client.clear();
});

describe("show", () => {
  it.each<[TaskFilter, Partial<Task>, boolean]>([
    [{ project_id: "home" }, {}, true],
    [{ view: "project", of: "home" }, {}, true],
    [{}, {}, true],
    [{ project_id: "work" }, {}, false],
    [{ view: "project", of: "work" }, {}, false],
    [{ view: "label", of: "home" }, {}, false],
    [{ filter: "today" }, { due_date: "2026-11-25" }, false],
    [{ project_id: "home", done: true }, {}, false],
    [{ project_id: "home" }, { completed_at: "2026-11-25T10:00:00Z" }, false],
    [{ due_until: "2026-11-25" }, {}, false],
    [{ due_until: "2026-11-25" }, { due_date: "2026-11-25" }, true],
    [{ due_until: "2026-11-25" }, { due_date: "2026-11-26" }, false],
    [{ due_from: "2026-11-26" }, { due_date: "2026-11-26" }, true],
    [{ due_from: "2026-11-26" }, { due_date: "2026-11-25" }, false],
    [{ due_from: "2026-11-26" }, {}, false],
    // One that the server has is where the server says.
    [{ project_id: "home" }, { position: "V" }, false],
  ])("in %j, a new task with %j: %s", (filter, change, there) => {
    client.setQueryData(keyOf(filter), listOf(rent));
    show(client, { ...milk, ...change });
    expect(shown(filter)).toEqual(there ? ["rent", "milk"] : ["rent"]);
  });

  it("has it once, as it is by then, also where it stands no more by rights", () => {
    client.setQueryData(keyOf({ due_until: "2026-11-25" }), listOf(rent));
    show(client, { ...milk, due_date: "2026-11-25" });
    const understood = aTask({ ...milk, position: "W", title: "Buy oat milk", due_date: "2026-11-26" });
    show(client, understood);
    expect(client.getQueryData<TaskListData>(keyOf({ due_until: "2026-11-25" }))?.pages).toEqual(listOf(rent, understood).pages);
  });
});

describe("keepShown", () => {
  const filter = { project_id: "home" };

  it("puts what was added into answers that do not have it yet", async () => {
    added = [milk];
    await client.query({ queryKey: keyOf(filter), queryFn: () => listOf(rent) });
    expect(shown(filter)).toEqual(["rent", "milk"]);
    await client.query({ queryKey: keyOf(filter), queryFn: () => listOf(rent, { ...milk, position: "W" }) });
    expect(shown(filter)).toEqual(["rent", "milk"]);
  });

  it("puts it into what is brought back, whether the list was there or not", () => {
    const other = new QueryClient();
    other.setQueryData(keyOf(filter), listOf(rent));
    added = [milk];
    hydrate(client, dehydrate(other));
    expect(shown(filter)).toEqual(["rent", "milk"]);
    client.setQueryData(keyOf(filter), listOf(rent), { updatedAt: 1 });
    hydrate(client, dehydrate(other));
    expect(shown(filter)).toEqual(["rent", "milk"]);
  });

  it("leaves alone what is taken out here, and other things", () => {
    added = [milk];
    client.setQueryData(keyOf(filter), listOf(rent, milk));
    client.setQueryData(keyOf(filter), listOf(rent));
    client.setQueryData(["tasks", "counts"], 3);
    expect(shown(filter)).toEqual(["rent"]);
    expect(client.getQueryData(["tasks", "counts"])).toBe(3);
  });

  it("does so until it is stopped", async () => {
    added = [milk];
    stop();
    await client.query({ queryKey: keyOf(filter), queryFn: () => listOf(rent) });
    expect(shown(filter)).toEqual(["rent"]);
  });
});
