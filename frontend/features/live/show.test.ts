import { QueryClient, type QueryKey, QueryObserver } from "@tanstack/react-query";
import { describe, expect, it, onTestFinished } from "vitest";
import {
  completedFilter,
  doneFilter,
  labelFilter,
  outlineFilter,
  projectFilter,
  savedFilter,
  type TaskFilter,
  type TaskListData,
  taskListOptions,
  todayFilter,
  upcomingFilter,
} from "@/features/tasks/queries";
import type { Task } from "@/lib/api/types";
import { aProject, aTask, INBOX_ID } from "@/tests/fixtures";
import type { LiveChange } from "./events";
import { showChanges } from "./show";

const ZONE = "Europe/Berlin";
const TODAY = "2026-11-25";
const DONE_AT = "2026-11-25T10:00:00Z";

function listOf(items: Task[], next_cursor: string | null = null): TaskListData {
  return { pages: [{ items, next_cursor }], pageParams: [undefined] };
}

/** Has it on screen, without an answer. */
function look(client: QueryClient, queryKey: QueryKey): void {
  const observer = new QueryObserver(client, { queryKey, queryFn: () => new Promise<never>(() => undefined), staleTime: Infinity });
  onTestFinished(observer.subscribe(() => undefined));
}

/** A cache with one list, which is on screen. */
function shownIn(filter: TaskFilter, list: TaskListData | Task[]) {
  const client = new QueryClient();
  client.setQueryData(["projects"], [aProject(), aProject({ id: "old", archived_at: DONE_AT })]);
  const { queryKey } = taskListOptions(filter);
  client.setQueryData(queryKey, Array.isArray(list) ? listOf(list) : list);
  look(client, queryKey);
  const show = (...changes: LiveChange[]): boolean => showChanges(client, changes, ZONE);
  const items = (): Task[] => client.getQueryData<TaskListData>(queryKey)?.pages.flatMap((page) => page.items) ?? [];
  return { client, show, titles: () => items().map(({ title }) => title), items };
}

function told(task: Task, kind: LiveChange["kind"] = "update"): LiveChange {
  return { id: 1, entity: "task", entity_id: task.id, version: task.version, kind, group: "g", task };
}

function gone(task: Task, version: number): LiveChange {
  return { id: 1, entity: "task", entity_id: task.id, version, kind: "delete", group: "g", task: null };
}

describe("a project's list", () => {
  it("takes a new task in, one that moved here too, and lets go what was done, deleted or moved away", () => {
    const { show, titles } = shownIn(outlineFilter(INBOX_ID), []);
    const tasks = ["a", "b", "c"].map((id) => aTask({ id, title: id }));
    expect(show(...tasks.map((task) => told(task, "create")))).toBe(true);
    expect(titles()).toEqual(["a", "b", "c"]);
    const [a, b, c] = tasks as [Task, Task, Task];
    expect(show(told({ ...a, version: 2, completed_at: DONE_AT }), told({ ...b, version: 2, project_id: "p2" }), gone(c, 2))).toBe(true);
    expect(titles()).toEqual([]);
  });

  it("shows an edit where the task stands, and draws nothing else anew", () => {
    const [first, second] = [aTask({ id: "a" }), aTask({ id: "b" })];
    const { show, items } = shownIn(outlineFilter(INBOX_ID), [first, second]);
    expect(show(told({ ...second, version: 2, title: "Edited", priority: 1 }))).toBe(true);
    expect(items()[0]).toBe(first);
    expect(items()[1]).toMatchObject({ title: "Edited", priority: 1 });
  });

  it("keeps what it has in a newer version, also from being deleted", () => {
    const task = aTask({ version: 7, title: "Newest" });
    const { show, titles, client } = shownIn(outlineFilter(INBOX_ID), [task]);
    const before = client.getQueryData(taskListOptions(outlineFilter(INBOX_ID)).queryKey);
    expect(show(told({ ...task, version: 6, title: "Older" }), gone(task, 5), told({ ...task, title: "As new" }))).toBe(true);
    expect(titles()).toEqual(["Newest"]);
    expect(client.getQueryData(taskListOptions(outlineFilter(INBOX_ID)).queryKey)).toBe(before);
  });

  it("takes nothing in of which it cannot say that it was loaded", () => {
    const { show, titles } = shownIn(outlineFilter(INBOX_ID), listOf([aTask({ id: "a", title: "a" })], "more"));
    expect(show(told(aTask({ id: "b" }), "create"))).toBe(false);
    expect(titles()).toEqual(["a"]);
  });
});

describe("lists by due date", () => {
  const at = (id: string, due: Partial<Task>): Task => aTask({ id, title: id, ...due });

  it("take a task in at its moment, days after their moments, then by priority and id", () => {
    const there = [
      at("b", { due_date: "2026-11-24" }),
      at("d", { due_at: "2026-11-25T09:00:00Z" }),
      at("g", { due_date: TODAY, priority: 2 }),
      at("i", { due_date: TODAY }),
    ];
    const { show, titles } = shownIn(todayFilter(TODAY), there);
    const fresh = [
      at("a", { due_date: "2026-11-23" }),
      at("c", { due_at: "2026-11-25T08:00:00Z" }),
      at("e", { due_at: "2026-11-25T22:59:00Z" }),
      at("f", { due_date: TODAY, priority: 1 }),
      at("h", { due_date: TODAY, priority: 3 }),
      at("j", { due_date: TODAY }),
    ];
    expect(show(...fresh.map((task) => told(task, "create")))).toBe(true);
    expect(titles()).toEqual(["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"]);
  });

  it("let go what is due another day, by the person's own midnight, or no day", () => {
    const there = ["a", "b", "c"].map((id) => at(id, { due_date: TODAY }));
    const { show, titles } = shownIn(todayFilter(TODAY), there);
    const [a, b, c] = there as [Task, Task, Task];
    const later = { due_date: null, version: 2 };
    show(told({ ...a, ...later }), told({ ...b, ...later, due_at: "2026-11-25T23:30:00Z" }), told({ ...c, ...later, due_at: "2026-11-25T22:30:00Z" }));
    expect(titles()).toEqual(["c"]);
  });

  it("move what is due later to its new place", () => {
    const first = at("a", { due_date: "2026-11-26" });
    const { show, titles } = shownIn(upcomingFilter(TODAY), [first, at("b", { due_date: "2026-11-27" })]);
    expect(show(told({ ...first, version: 2, due_date: "2026-11-28" }))).toBe(true);
    expect(titles()).toEqual(["b", "a"]);
  });

  it("take in what stands between tasks that are loaded, and nothing beyond them", () => {
    const there = [at("a", { due_date: "2026-11-26" }), at("c", { due_date: "2026-11-28" })];
    const { show, titles } = shownIn(upcomingFilter(TODAY), listOf(there, "more"));
    expect(show(told(at("b", { due_date: "2026-11-27" }), "create"))).toBe(true);
    expect(show(told(at("d", { due_date: "2026-11-29" }), "create"))).toBe(false);
    expect(titles()).toEqual(["a", "b", "c"]);
  });

  it("leave it to the server what is in the archive, or in a project that is not known", () => {
    const { show, titles } = shownIn(todayFilter(TODAY), []);
    expect(show(told(at("a", { due_date: TODAY, project_id: "old" }), "create"))).toBe(false);
    expect(show(told(at("b", { due_date: TODAY, project_id: "unheard of" }), "create"))).toBe(false);
    expect(titles()).toEqual([]);
  });
});

describe("lists that only the server can make", () => {
  const task = aTask({ label_ids: ["l"] });

  it.each<[string, TaskFilter]>([
    ["a saved filter", savedFilter("f")],
    ["a label", labelFilter("l")],
    ["a search within a project", { ...projectFilter(INBOX_ID), filter: "p1" }],
  ])("of %s show an edit, and are asked for", (_, filter) => {
    const { show, titles } = shownIn(filter, [task]);
    expect(show(told({ ...task, version: 2, title: "Edited" }))).toBe(false);
    expect(titles()).toEqual(["Edited"]);
  });

  it.each<[string, TaskFilter]>([
    ["a saved filter", savedFilter("f")],
    ["a label", labelFilter("l")],
  ])("of %s let go what is done", (_, filter) => {
    const { show, titles } = shownIn(filter, [task]);
    expect(show(told({ ...task, version: 2, completed_at: DONE_AT }))).toBe(true);
    expect(titles()).toEqual([]);
  });

  it("let go of what lost the label", () => {
    const { show, titles } = shownIn(labelFilter("l"), [task]);
    expect(show(told({ ...task, version: 2, label_ids: [] }))).toBe(true);
    expect(titles()).toEqual([]);
  });

  it.each([completedFilter, doneFilter(projectFilter(INBOX_ID))])("let go what is open again: %o", (filter) => {
    const done = { ...task, completed_at: DONE_AT };
    const { show, titles } = shownIn(filter, [done]);
    expect(show(told({ ...task, id: "other", version: 2, completed_at: DONE_AT }))).toBe(false);
    expect(show(told({ ...task, version: 2 }))).toBe(true);
    expect(titles()).toEqual([]);
  });
});

describe("what else is on screen", () => {
  it.each([["trash"], ["changes", "all"], ["activity", "task", "t"], ["tasks", "search", "milk"]])("%s is asked for at once", (...queryKey) => {
    const { client, show } = shownIn(outlineFilter(INBOX_ID), []);
    look(client, queryKey);
    expect(show(told(aTask(), "create"))).toBe(false);
  });

  it.each([["projects"], ["counts"], ["projects", INBOX_ID, "sections"], ["me"], ["messages", "c"]])("%s can wait", (...queryKey) => {
    const { client, show } = shownIn(outlineFilter(INBOX_ID), []);
    look(client, queryKey);
    expect(show(told(aTask(), "create"))).toBe(true);
  });

  it("is not what nobody looks at", () => {
    const { client, show } = shownIn(outlineFilter(INBOX_ID), []);
    client.setQueryData(taskListOptions(savedFilter("f")).queryKey, listOf([]));
    client.setQueryData(["trash"], []);
    expect(show(told(aTask(), "create"))).toBe(true);
  });
});

it("asks for what is about anything but a task, or brings none", () => {
  const { show } = shownIn(outlineFilter(INBOX_ID), []);
  const change = told(aTask());
  expect(show({ ...change, entity: "project", task: null })).toBe(false);
  expect(show({ ...change, task: null })).toBe(false);
  expect(show({ ...change, entity: "reminder", task: null })).toBe(true);
});
