import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { noteOwnChange } from "@/lib/api/own-changes";
import type { TaskListData } from "@/features/tasks/queries";
import { outlineFilter, taskListOptions } from "@/features/tasks/queries";
import type { Task } from "@/lib/api/types";
import { aProject, aTask, INBOX_ID } from "@/tests/fixtures";
import { createApplier, GATHER_MS, QUIET_MS, refreshAll, STEADY_MS } from "./apply";
import type { LiveEvent } from "./events";

const ZONE = "Europe/Berlin";
const KEYS = ["tasks", "projects", "labels", "me", "messages"];

function setup(): { client: QueryClient; stale: () => string[] } {
  const client = new QueryClient();
  for (const key of KEYS) client.setQueryData([key], "data");
  return { client, stale: () => KEYS.filter((key) => client.getQueryState([key])?.isInvalidated) };
}

function change(group: string): LiveEvent {
  return { event: "change", data: { id: 1, entity: "task", entity_id: "t", version: 2, kind: "update", group } };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("makes stale what a change from elsewhere may show in, and nothing else", async () => {
  const { client, stale } = setup();
  createApplier(client, ZONE).take(change("elsewhere"));
  await vi.advanceTimersByTimeAsync(GATHER_MS);
  expect(stale()).toEqual(["tasks", "projects", "labels"]);
});

it("asks once for all the changes of a command", async () => {
  const { client } = setup();
  const invalidate = vi.spyOn(client, "invalidateQueries");
  const applier = createApplier(client, ZONE);
  for (let count = 0; count < 50; count++) applier.take(change("bulk"));
  await vi.advanceTimersByTimeAsync(GATHER_MS * 3);
  expect(invalidate).toHaveBeenCalledOnce();
});

it("leaves alone what this tab has changed itself, also when the event comes before the answer", async () => {
  const { client, stale } = setup();
  const answer = Promise.withResolvers<undefined>();
  const options = { mutationKey: ["change", "task"], mutationFn: () => answer.promise };
  const running = client.getMutationCache().build(client, options).execute(undefined);
  createApplier(client, ZONE).take(change("mine"));
  await vi.advanceTimersByTimeAsync(GATHER_MS * 3);
  noteOwnChange("mine");
  answer.resolve(undefined);
  await running;
  await vi.advanceTimersByTimeAsync(GATHER_MS * 3);
  expect(stale()).toEqual([]);
});

it("keeps a change from elsewhere until those of its own are through", async () => {
  const { client, stale } = setup();
  const answer = Promise.withResolvers<undefined>();
  const options = { mutationKey: ["change", "task"], mutationFn: () => answer.promise };
  const running = client.getMutationCache().build(client, options).execute(undefined);
  createApplier(client, ZONE).take(change("another"));
  await vi.advanceTimersByTimeAsync(GATHER_MS * 3);
  expect(stale()).toEqual([]);
  answer.resolve(undefined);
  await running;
  await vi.advanceTimersByTimeAsync(GATHER_MS * 3);
  expect(stale()).toContain("tasks");
});

it("asks again for the trash when something is gone from it for good, and once for a burst", async () => {
  const { client, stale } = setup();
  const applier = createApplier(client, ZONE);
  const asked = vi.spyOn(client, "invalidateQueries");
  applier.take({ event: "purge", data: {} });
  applier.take({ event: "purge", data: {} });
  expect(asked).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(GATHER_MS);
  expect(stale()).toContain("tasks");
  expect(asked).toHaveBeenCalledTimes(1);
});

it("loads everything anew when events are lost", () => {
  const { client, stale } = setup();
  createApplier(client, ZONE).take({ event: "reset", data: {} });
  expect(stale()).toEqual(KEYS);
});

it("lets finish what is being asked for, and asks for it once more", async () => {
  vi.useRealTimers();
  const client = new QueryClient();
  const answers = [Promise.withResolvers<string>(), Promise.withResolvers<string>()];
  let asked = 0;
  const observer = new QueryObserver(client, { queryKey: ["tasks"], queryFn: () => answers[asked++]?.promise ?? "" });
  const leave = observer.subscribe(() => undefined);
  const refreshed = refreshAll(client);
  expect(asked).toBe(1);
  answers[0]?.resolve("before");
  await vi.waitFor(() => expect(asked).toBe(2));
  answers[1]?.resolve("after");
  await refreshed;
  expect(client.getQueryData(["tasks"])).toBe("after");
  leave();
});

describe("a change that brings its task", () => {
  const KEY = taskListOptions(outlineFilter(INBOX_ID)).queryKey;

  function page(...items: Task[]): TaskListData {
    return { pages: [{ items, next_cursor: null }], pageParams: [undefined] };
  }

  /** The inbox on screen; `answers` are what the server gives, one each time it is asked. */
  function inbox(first: TaskListData, ...answers: (TaskListData | Promise<TaskListData>)[]) {
    const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity, retry: false } } });
    client.setQueryData(["projects"], [aProject()]);
    client.setQueryData(KEY, first);
    const asked = vi.fn(() => answers.shift() ?? page());
    const observer = new QueryObserver(client, { queryKey: KEY, queryFn: asked });
    onTestFinished(observer.subscribe(() => undefined));
    const titles = (): string[] => client.getQueryData<TaskListData>(KEY)?.pages.flatMap(({ items }) => items.map(({ title }) => title)) ?? [];
    return { client, asked, titles };
  }

  function told(task: Task, group = "elsewhere"): LiveEvent {
    const { id: entity_id, version } = task;
    return { event: "change", data: { id: version, entity: "task", entity_id, version, kind: "update", group, task } };
  }

  it("is shown before anything is asked for, which is done when it is quiet", async () => {
    const { client, asked, titles } = inbox(page());
    const task = aTask({ title: "New" });
    createApplier(client, ZONE).take(told(task));
    await vi.advanceTimersByTimeAsync(1);
    expect(titles()).toEqual(["New"]);
    expect(asked).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(QUIET_MS);
    expect(asked).toHaveBeenCalledOnce();
  });

  it("shows fifty quick ones in order, each not later than is gathered, and asks seldom", async () => {
    const { client, asked, titles } = inbox(page(aTask({ title: "0" })));
    const applier = createApplier(client, ZONE);
    const seen: string[] = [];
    for (let version = 2; version <= 51; version++) {
      applier.take(told(aTask({ version, title: String(version) })));
      await vi.advanceTimersByTimeAsync(20);
      seen.push(titles()[0] ?? "");
    }
    await vi.advanceTimersByTimeAsync(GATHER_MS);
    expect(titles()).toEqual(["51"]);
    expect(seen.map(Number)).toEqual(seen.map(Number).toSorted((first, second) => first - second));
    expect(new Set(seen).size).toBeGreaterThan(20);
    expect(asked.mock.calls.length).toBeLessThanOrEqual(1 + (50 * 20) / STEADY_MS);
  });

  it("is asked for now and then while others keep coming", async () => {
    const { client, asked } = inbox(page(aTask()), ...Array.from({ length: 9 }, (_, index) => page(aTask({ version: 1000 + index }))));
    const applier = createApplier(client, ZONE);
    for (let version = 2; version * 100 < STEADY_MS * 2; version++) {
      applier.take(told(aTask({ version })));
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(asked).toHaveBeenCalledOnce();
  });

  it("waits for an answer under way, which is of before it, and is not taken back by it", async () => {
    const late = Promise.withResolvers<TaskListData>();
    const { client, titles } = inbox(page(), late.promise);
    void client.invalidateQueries({ queryKey: KEY });
    createApplier(client, ZONE).take(told(aTask({ title: "New" })));
    await vi.advanceTimersByTimeAsync(50);
    expect(titles()).toEqual([]);
    late.resolve(page());
    await vi.advanceTimersByTimeAsync(1);
    expect(titles()).toEqual(["New"]);
  });

  it("does not wait for ever for an answer that does not come", async () => {
    const { client, titles } = inbox(page(), new Promise<TaskListData>(() => undefined));
    void client.invalidateQueries({ queryKey: KEY });
    createApplier(client, ZONE).take(told(aTask({ title: "New" })));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(titles()).toEqual(["New"]);
  });

  it("is not shown over what this tab is changing, nor asked for, until that is through", async () => {
    const { client, asked, titles } = inbox(page(aTask({ title: "Mine, at once" })), page(aTask({ title: "Settled", version: 9 })));
    const answer = Promise.withResolvers<undefined>();
    const options = { mutationKey: ["change", "task"], mutationFn: () => answer.promise };
    const running = client.getMutationCache().build(client, options).execute(undefined);
    createApplier(client, ZONE).take(told(aTask({ title: "Theirs", version: 2 })));
    await vi.advanceTimersByTimeAsync(QUIET_MS * 3);
    expect(titles()).toEqual(["Mine, at once"]);
    expect(asked).not.toHaveBeenCalled();
    answer.resolve(undefined);
    await running;
    await vi.advanceTimersByTimeAsync(GATHER_MS + 1);
    expect(titles()).toEqual(["Theirs"]);
    await vi.advanceTimersByTimeAsync(QUIET_MS);
    expect(titles()).toEqual(["Settled"]);
  });

  it("is left alone when this tab made it", async () => {
    const { client, asked, titles } = inbox(page(aTask({ title: "Fades away" })));
    noteOwnChange("my own");
    createApplier(client, ZONE).take(told(aTask({ title: "Done", version: 2, completed_at: "2026-11-25T10:00:00Z" }), "my own"));
    await vi.advanceTimersByTimeAsync(QUIET_MS * 2);
    expect(titles()).toEqual(["Fades away"]);
    expect(asked).not.toHaveBeenCalled();
  });

  it("is asked for at once where it says too little", async () => {
    const { client, asked } = inbox(page(), page(aTask()));
    createApplier(client, ZONE).take(change("elsewhere"));
    await vi.advanceTimersByTimeAsync(1);
    expect(asked).toHaveBeenCalledOnce();
  });

  it("asks no more when the page is gone", async () => {
    const { client, asked } = inbox(page());
    const applier = createApplier(client, ZONE);
    applier.take(told(aTask()));
    await vi.advanceTimersByTimeAsync(1);
    applier.stop();
    await vi.advanceTimersByTimeAsync(QUIET_MS * 2);
    expect(asked).not.toHaveBeenCalled();
  });
});
