import { onlineManager, type QueryClient, QueryClient as Client } from "@tanstack/react-query";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { TaskListData } from "@/features/tasks/queries";
import { sendThrough } from "@/lib/api/detour";
import type { Task } from "@/lib/api/types";
import { asked, changed, refusal, serve } from "@/tests/api";
import { aTask } from "@/tests/fixtures";
import { goOnOffline } from "./offline";
import { changeStatus, offlineStatus } from "./status";
import type { Kept } from "./store";
import type { Waiting } from "./waiting";

const ID = "00000000-0000-7000-8000-000000000001";
const NEW_ID = "00000000-0000-7000-8000-000000000002";
const kept = vi.hoisted(() => ({ queue: [] as unknown[], seen: new Map<string, unknown>(), forgotten: 0 }));

// What IndexedDB does, in memory.
vi.mock("./store", () => {
  let next = 1;
  const queue = (): Kept[] => kept.queue as Kept[];
  return {
    canKeep: () => true,
    queueStore: {
      add: (waiting: Waiting) => Promise.resolve(kept.queue.push({ key: next++, waiting })),
      all: () => Promise.resolve([...queue()]),
      replace: (one: Kept) => Promise.resolve(void (kept.queue = queue().map((other) => (other.key === one.key ? one : other)))),
      remove: (key: number) => Promise.resolve(void (kept.queue = queue().filter((other) => other.key !== key))),
    },
    keepSeen: (name: string, value: unknown) => Promise.resolve(void kept.seen.set(name, value)),
    seen: (name: string) => Promise.resolve(kept.seen.get(name)),
    forgetStored: () => {
      kept.queue = [];
      kept.seen.clear();
      kept.forgotten += 1;
      return Promise.resolve();
    },
  };
});

let client: QueryClient;
let stop: () => void = () => undefined;

const listKey = ["tasks", "list", { project_id: "home" }];
const listOf = (...items: Task[]): TaskListData => ({ pages: [{ items, next_cursor: null }], pageParams: [undefined] });
const shown = (key: unknown[] = listKey): Task[] => client.getQueryData<TaskListData>(key)?.pages.flatMap(({ items }) => items) ?? [];
const waiting = (): Waiting[] => (kept.queue as Kept[]).map((one) => one.waiting);

function connected(is: boolean): void {
  vi.spyOn(navigator, "onLine", "get").mockReturnValue(is);
  window.dispatchEvent(new Event(is ? "online" : "offline"));
}

function request(method: string, path: string, body?: object, headers: Record<string, string> = {}): Promise<Response> {
  const init = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
  return sendThrough(new Request(new URL(path, "http://localhost"), init), (sent) => fetch(sent));
}

beforeEach(() => {
  Object.assign(kept, { queue: [], seen: new Map(), forgotten: 0 });
  changeStatus({ online: true, waiting: 0, sending: false, refused: [] });
  client = new Client();
  client.setQueryData(listKey, listOf(aTask({ id: ID, project_id: "home", title: "Pay rent", version: 7 })));
});

afterEach(() => {
  stop();
  client.clear();
  onlineManager.setOnline(true);
  vi.unstubAllGlobals();
});

describe("with a connection", () => {
  it("sends everything as it is asked", async () => {
    const log = serve({ [`PATCH /api/tasks/${ID}`]: () => changed(aTask()) });
    stop = goOnOffline(client, "ada");
    expect((await request("PATCH", `/api/tasks/${ID}`, { title: "Rent" })).headers.get("Change-Group")).toBe("group-1");
    expect(log[0]?.body).toEqual({ title: "Rent" });
    expect(waiting()).toEqual([]);
  });
});

describe("without one", () => {
  beforeEach(() => {
    serve({});
    connected(false);
    stop = goOnOffline(client, "ada");
    connected(false);
  });

  it("shows a change at once and keeps it, on the version that was asked for", async () => {
    const answer = await request("PATCH", `/api/tasks/${ID}`, { title: "Rent" }, { "If-Match": '"6"' });
    expect([answer.status, await answer.json()]).toMatchObject([200, { title: "Rent", version: 8 }]);
    expect(shown()).toMatchObject([{ title: "Rent", version: 8 }]);
    expect(waiting()).toMatchObject([{ method: "PATCH", version: 6, body: { title: "Rent" }, tried: false }]);
    expect(offlineStatus()).toMatchObject({ online: false, waiting: 1 });
  });

  it("makes each change on the one before it", async () => {
    await request("PATCH", `/api/tasks/${ID}`, { title: "Rent" });
    await request("POST", `/api/tasks/${ID}/complete`);
    expect(waiting().map(({ version }) => version)).toEqual([7, 8]);
    expect(shown()[0]).toMatchObject({ title: "Rent", version: 9 });
    expect(shown()[0]?.completed_at).not.toBeNull();
  });

  it("counts all that were made at the same time", async () => {
    await Promise.all(["a", "b", "c"].map((title) => request("PATCH", `/api/tasks/${ID}`, { title })));
    expect(waiting()).toHaveLength(3);
    expect(offlineStatus().waiting).toBe(3);
  });

  it("answers a deletion with nothing", async () => {
    expect((await request("DELETE", `/api/tasks/${ID}`)).status).toBe(204);
    expect(waiting()).toMatchObject([{ method: "DELETE", title: "Pay rent" }]);
  });

  it("shows what is added for a day where that day is, and does without it when it is deleted again", async () => {
    const today = ["tasks", "list", { due_until: "2026-11-25" }];
    client.setQueryData(today, listOf());
    await request("POST", "/api/quick-add", { id: NEW_ID, text: "Buy milk", project_id: "home", due_date: "2026-11-25" });
    await request("PATCH", `/api/tasks/${NEW_ID}`, { title: "Buy oat milk" });
    expect(shown(today)).toMatchObject([{ id: NEW_ID, title: "Buy oat milk" }]);
    expect(offlineStatus().waiting).toBe(2);
    expect((await request("DELETE", `/api/tasks/${NEW_ID}`)).status).toBe(204);
    expect(waiting()).toEqual([]);
    expect(offlineStatus().waiting).toBe(0);
  });

  it("lets a deletion wait of what is in no list any more", async () => {
    const [rent] = shown();
    client.setQueryData(listKey, listOf());
    const removing = client.getMutationCache().build(client, { networkMode: "always", mutationFn: () => request("DELETE", `/api/tasks/${ID}`) });
    expect(await removing.execute(rent)).toMatchObject({ status: 204 });
    expect(waiting()).toMatchObject([{ method: "DELETE", version: 7, title: "Pay rent" }]);
  });

  it("puts a new task at the end of its project alone", async () => {
    const others = [["tasks", "list", { project_id: "work" }], ["tasks", "list", { project_id: "home", done: true }]];
    for (const key of others) client.setQueryData(key, listOf());
    const view = ["tasks", "list", { view: "project", of: "home" }];
    client.setQueryData(view, listOf(aTask({ id: ID })));
    const answer = await request("POST", "/api/quick-add", { id: NEW_ID, text: "Buy milk", project_id: "home" });
    expect(answer.status).toBe(201);
    expect(shown().map(({ title }) => title)).toEqual(["Pay rent", "Buy milk"]);
    expect(shown(view)).toHaveLength(2);
    expect(others.flatMap(shown)).toEqual([]);
  });

  it.each([
    ["POST", "/api/chat", { message: "hello" }],
    ["POST", "/api/projects", { name: "Home" }],
    ["PATCH", `/api/tasks/${NEW_ID}`, { title: "not known here" }],
    ["POST", "/api/quick-add", { text: "without an id", project_id: "home" }],
  ])("lets %s %s fail as ever", async (method, path, body) => {
    await expect(request(method, path, body)).rejects.toThrow(TypeError);
    expect(waiting()).toEqual([]);
    expect(offlineStatus().waiting).toBe(0);
  });
});

describe("opened anew without one", () => {
  const state = { mutations: [], queries: [] };
  const line = (id: string): Kept => ({
    key: 1,
    waiting: { method: "POST", path: "/api/quick-add", version: null, body: { id, text: "Buy milk", project_id: "home" }, title: "Buy milk", tried: false },
  });

  it("shows what was added, though the lists were kept before", async () => {
    kept.queue = [line(NEW_ID)];
    kept.seen.set("state", { owner: "ada", state });
    serve({});
    connected(false);
    stop = goOnOffline(client, "ada");
    await vi.waitFor(() => expect(shown().map(({ id }) => id)).toEqual([ID, NEW_ID]));
  });

  it("shows nothing of what another person added", async () => {
    kept.queue = [line(NEW_ID)];
    kept.seen.set("state", { owner: "grace", state });
    serve({});
    connected(false);
    stop = goOnOffline(client, "ada");
    await vi.waitFor(() => expect(offlineStatus().online).toBe(false));
    expect(shown().map(({ id }) => id)).toEqual([ID]);
  });
});

describe("when the connection is back", () => {
  it("has what was added as the server understood it, in its place and once", async () => {
    serve({});
    stop = goOnOffline(client, "ada");
    connected(false);
    await request("POST", "/api/quick-add", { id: NEW_ID, text: "Buy milk tomorrow", project_id: "home" });
    const understood = aTask({ id: NEW_ID, project_id: "home", title: "Buy milk", due_date: "2026-11-26", position: "W" });
    serve({ "POST /api/quick-add": () => Response.json(understood, { status: 201 }) });
    connected(true);
    await vi.waitFor(() => expect(onlineManager.isOnline()).toBe(true));
    expect(shown()).toEqual([aTask({ id: ID, project_id: "home", title: "Pay rent", version: 7 }), understood]);
  });

  it("sends what waited in its order, and only then lets lists be asked for again", async () => {
    serve({});
    stop = goOnOffline(client, "ada");
    connected(false);
    expect(onlineManager.isOnline()).toBe(false);
    await request("PATCH", `/api/tasks/${ID}`, { title: "Rent" });
    await request("POST", `/api/tasks/${ID}/complete`);
    let online: boolean | null = null;
    const log = serve({
      [`PATCH /api/tasks/${ID}`]: () => aTask({ id: ID, version: 12 }),
      [`POST /api/tasks/${ID}/complete`]: () => {
        online = onlineManager.isOnline();
        return aTask({ id: ID, version: 13 });
      },
    });
    connected(true);
    await vi.waitFor(() => expect(offlineStatus()).toEqual({ online: true, waiting: 0, sending: false, refused: [] }));
    await vi.waitFor(() => expect(onlineManager.isOnline()).toBe(true));
    expect(online).toBe(false);
    expect(log.map(({ method, headers }) => [method, headers.get("If-Match")])).toEqual([["PATCH", '"7"'], ["POST", '"12"']]);
    expect(client.getQueryState(listKey)?.isInvalidated).toBe(true);
  });

  it("says what was refused, and keeps saying it when more is", async () => {
    kept.queue = [{ key: 1, waiting: { method: "DELETE", path: `/api/tasks/${ID}`, version: 7, body: null, title: "Pay rent", tried: false } }];
    changeStatus({ refused: [{ title: "Earlier", reason: "Gone." }] });
    serve({ [`DELETE /api/tasks/${ID}`]: () => refusal(412, "stale-version", "It was changed since.") });
    stop = goOnOffline(client, "ada");
    await vi.waitFor(() => expect(offlineStatus().refused).toHaveLength(2));
    expect(offlineStatus()).toMatchObject({
      waiting: 0,
      refused: [{ title: "Earlier", reason: "Gone." }, { title: "Pay rent", reason: "It was changed since." }],
    });
  });

  it("keeps what is left when the server goes away again, and puts what comes then behind it", async () => {
    kept.queue = [{ key: 1, waiting: { method: "DELETE", path: `/api/tasks/${ID}`, version: 7, body: null, title: "Pay rent", tried: false } }];
    const log = serve({ [`DELETE /api/tasks/${ID}`]: () => new Response(null, { status: 503 }) });
    stop = goOnOffline(client, "ada");
    await vi.waitFor(() => expect(asked(log, `DELETE /api/tasks/${ID}`)).toHaveLength(1));
    await vi.waitFor(() => expect(offlineStatus()).toMatchObject({ waiting: 1, sending: false }));
    await request("PATCH", `/api/tasks/${ID}`, { title: "Rent" });
    expect(log).toHaveLength(1);
    expect(waiting().map(({ method, tried }) => [method, tried])).toEqual([["DELETE", true], ["PATCH", false]]);
  });
});

describe("what another person left in this browser", () => {
  const state = { owner: "grace", state: { mutations: [], queries: [] } };

  it("is forgotten before anything of it is sent", async () => {
    kept.seen.set("state", state);
    kept.queue = [{ key: 1, waiting: { method: "DELETE", path: `/api/tasks/${ID}`, version: 7, body: null, title: "Hers", tried: false } }];
    const log = serve({});
    stop = goOnOffline(client, "ada");
    await vi.waitFor(() => expect(kept.forgotten).toBe(1));
    expect(waiting()).toEqual([]);
    expect(log).toEqual([]);
  });

  it("stays when it is the same person's", async () => {
    kept.seen.set("state", { ...state, owner: "ada" });
    changeStatus({ online: false });
    serve({});
    stop = goOnOffline(client, "ada");
    await vi.waitFor(() => expect(offlineStatus().online).toBe(true));
    expect(kept.forgotten).toBe(0);
  });
});

it("keeps what is on screen, but nothing that is of no use later", async () => {
  vi.useFakeTimers();
  for (const key of ["tokens", "sessions", "assistant", "quick-add-preview"]) client.setQueryData([key], "secret");
  serve({});
  stop = goOnOffline(client, "ada");
  await vi.advanceTimersByTimeAsync(1_000);
  vi.useRealTimers();
  const { owner, state } = kept.seen.get("state") as { owner: string; state: { queries: { queryKey: unknown[] }[] } };
  expect(owner).toBe("ada");
  expect(state.queries.map(({ queryKey }) => queryKey)).toEqual([listKey]);
});
