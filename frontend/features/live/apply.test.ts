import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { noteOwnChange } from "@/lib/api/own-changes";
import { createApplier, GATHER_MS, refreshAll } from "./apply";
import type { LiveEvent } from "./events";

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

it("makes stale what a change from elsewhere may show in, and nothing else", () => {
  const { client, stale } = setup();
  createApplier(client).take(change("elsewhere"));
  vi.advanceTimersByTime(GATHER_MS);
  expect(stale()).toEqual(["tasks", "projects", "labels"]);
});

it("asks once for all the changes of a command", () => {
  const { client } = setup();
  const invalidate = vi.spyOn(client, "invalidateQueries");
  const applier = createApplier(client);
  for (let count = 0; count < 50; count++) applier.take(change("bulk"));
  vi.advanceTimersByTime(GATHER_MS * 3);
  expect(invalidate).toHaveBeenCalledOnce();
});

it("leaves alone what this tab has changed itself, also when the event comes before the answer", async () => {
  const { client, stale } = setup();
  const answer = Promise.withResolvers<undefined>();
  const options = { mutationKey: ["change", "task"], mutationFn: () => answer.promise };
  const running = client.getMutationCache().build(client, options).execute(undefined);
  createApplier(client).take(change("mine"));
  vi.advanceTimersByTime(GATHER_MS * 3);
  noteOwnChange("mine");
  answer.resolve(undefined);
  await running;
  vi.advanceTimersByTime(GATHER_MS * 3);
  expect(stale()).toEqual([]);
});

it("keeps a change from elsewhere until those of its own are through", async () => {
  const { client, stale } = setup();
  const answer = Promise.withResolvers<undefined>();
  const options = { mutationKey: ["change", "task"], mutationFn: () => answer.promise };
  const running = client.getMutationCache().build(client, options).execute(undefined);
  createApplier(client).take(change("another"));
  vi.advanceTimersByTime(GATHER_MS * 3);
  expect(stale()).toEqual([]);
  answer.resolve(undefined);
  await running;
  vi.advanceTimersByTime(GATHER_MS * 3);
  expect(stale()).toContain("tasks");
});

it("asks again for the trash when something is gone from it for good, and once for a burst", () => {
  const { client, stale } = setup();
  const applier = createApplier(client);
  const asked = vi.spyOn(client, "invalidateQueries");
  applier.take({ event: "purge", data: {} });
  applier.take({ event: "purge", data: {} });
  expect(asked).not.toHaveBeenCalled();
  vi.advanceTimersByTime(GATHER_MS);
  expect(stale()).toContain("tasks");
  expect(asked).toHaveBeenCalledTimes(1);
});

it("loads everything anew when events are lost", () => {
  const { client, stale } = setup();
  createApplier(client).take({ event: "reset", data: {} });
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
