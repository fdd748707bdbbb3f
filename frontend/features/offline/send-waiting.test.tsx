import { describe, expect, it } from "vitest";
import { sendWaiting } from "./send-waiting";
import type { Kept, QueueStore } from "./store";
import type { Waiting } from "./waiting";

const ID = "00000000-0000-7000-8000-000000000001";

function aWaiting(change: Partial<Waiting> = {}): Waiting {
  return { method: "PATCH", path: `/api/tasks/${ID}`, version: 7, body: { title: "x" }, title: "Pay rent", tried: false, ...change };
}

/** The same store, in memory. */
function storeOf(...waiting: Waiting[]): QueueStore & { left: () => Kept[] } {
  let all: Kept[] = waiting.map((one, index) => ({ key: index + 1, waiting: one }));
  return {
    left: () => all,
    add: (one) => Promise.resolve(void all.push({ key: all.length + 1, waiting: one })),
    all: () => Promise.resolve([...all]),
    replace: (kept) => Promise.resolve(void (all = all.map((one) => (one.key === kept.key ? kept : one)))),
    remove: (key) => Promise.resolve(void (all = all.filter((one) => one.key !== key))),
  };
}

/** Gives these answers one after the other, and notes what was sent. */
function sender(...answers: (Response | Error)[]): { send: (request: Request) => Promise<Response>; sent: Request[] } {
  const sent: Request[] = [];
  const send = (request: Request): Promise<Response> => {
    sent.push(request);
    const answer = answers.shift() ?? Response.json({});
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };
  return { send, sent };
}

const stale = (): Response => Response.json({ detail: "It was changed since." }, { status: 412 });

describe("sendWaiting", () => {
  it("sends in order, each on the version that the one before it made", async () => {
    const store = storeOf(aWaiting(), aWaiting({ path: `/api/tasks/${ID}/complete`, method: "POST", body: null, version: 8 }));
    const { send, sent } = sender(Response.json({ version: 11 }));
    expect(await sendWaiting(store, send)).toEqual({ sent: 2, refused: [], finished: true });
    expect(sent.map((request) => [request.method, request.headers.get("If-Match")])).toEqual([
      ["PATCH", '"7"'],
      ["POST", '"11"'],
    ]);
    expect(await sent[0]?.json()).toEqual({ title: "x" });
    expect(store.left()).toEqual([]);
  });

  it("stops when nobody is there, and keeps the rest in order", async () => {
    for (const away of [new TypeError("no network"), new Response(null, { status: 503 }), new Response(null, { status: 401 })]) {
      const store = storeOf(aWaiting(), aWaiting({ title: "Second" }), aWaiting({ title: "Third" }));
      const { send } = sender(Response.json({}), away);
      expect(await sendWaiting(store, send)).toMatchObject({ sent: 1, finished: false });
      expect(store.left().map(({ waiting }) => waiting.title)).toEqual(["Second", "Third"]);
    }
  });

  it("tells what was refused, does not overwrite, and goes on with the rest", async () => {
    const store = storeOf(aWaiting(), aWaiting({ title: "Second", version: null, method: "POST", path: "/api/quick-add" }));
    const { send } = sender(stale());
    expect(await sendWaiting(store, send)).toEqual({
      sent: 1,
      refused: [{ title: "Pay rent", reason: "It was changed since." }],
      finished: true,
    });
    expect(store.left()).toEqual([]);
  });

  it("does not take for a conflict what arrived the first time", async () => {
    const store = storeOf(aWaiting());
    const lost = sender(new TypeError("broke off"));
    await sendWaiting(store, lost.send);
    expect(await sendWaiting(store, sender(stale()).send)).toEqual({ sent: 1, refused: [], finished: true });
  });

  it("changes what it made on the version that it was made as, and tells of it when nothing of it waits", async () => {
    const creation = aWaiting({ method: "POST", path: "/api/quick-add", version: null, body: { id: ID } });
    const { send, sent } = sender(Response.json({ id: ID, version: 3 }), Response.json({ id: ID, version: 4 }), Response.json({ id: ID, version: 9 }));
    const made: unknown[] = [];
    const all = [creation, aWaiting({ version: 1 }), creation];
    await sendWaiting(storeOf(...all), send, (_, task) => made.push(task));
    expect(sent.map((request) => request.headers.get("If-Match"))[1]).toBe('"3"');
    expect(made).toEqual([null, null, { id: ID, version: 9 }]);
  });

  it("tells how much is left", async () => {
    const left: number[] = [];
    await sendWaiting(storeOf(aWaiting(), aWaiting(), aWaiting()), sender().send, (count) => left.push(count));
    expect(left).toEqual([2, 1, 0]);
  });
});
