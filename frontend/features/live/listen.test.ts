import { afterEach, describe, expect, it, vi } from "vitest";
import { type Asked, serve } from "@/tests/api";
import type { LiveEvent } from "./events";
import { listen } from "./listen";

const change = (id: number): string =>
  `id: ${id}\nevent: change\ndata: {"id":${id},"entity":"task","entity_id":"t","version":1,"kind":"update","group":"g"}\n\n`;

function stream(...parts: string[]): Response {
  return new Response(parts.join(""), { headers: { "Content-Type": "text/event-stream" } });
}

interface Run {
  asked: Asked[];
  heard: LiveEvent[];
  pauses: number[];
}

/** Listens to these answers one after the other, then stops. */
async function run(answers: (() => Response)[]): Promise<Run> {
  const stop = new AbortController();
  const pauses: number[] = [];
  const heard: LiveEvent[] = [];
  let lastId: string | null = null;
  const left = [...answers];
  const asked = serve({ "GET /api/events": () => (left.shift() ?? (() => stream()))() });
  await listen({
    signal: stop.signal,
    onEvent: (event) => heard.push(event),
    lastId: () => lastId,
    onId: (id) => (lastId = id),
    pause: (ms) => {
      pauses.push(ms);
      if (left.length === 0) stop.abort();
      return Promise.resolve();
    },
  });
  return { asked, heard, pauses };
}

afterEach(() => vi.restoreAllMocks());

describe("listen", () => {
  it("goes on from the last event that it has had", async () => {
    const { asked, heard } = await run([
      () => stream("id: 4\nevent: ready\ndata: {}\n\n", change(5)),
      () => stream(change(6)),
    ]);
    expect(asked.map(({ headers }) => headers.get("Last-Event-ID"))).toEqual([null, "5"]);
    expect(heard.map(({ event }) => event)).toEqual(["ready", "change", "change"]);
  });

  it("moves on with a sign of life, which is no event", async () => {
    const { asked, heard } = await run([() => stream(change(5), "id: 9\n: alive\n\n"), () => stream()]);
    expect(asked[1]?.headers.get("Last-Event-ID")).toBe("9");
    expect(heard).toHaveLength(1);
  });

  it("asks again for an event that was cut off", async () => {
    const { asked, heard } = await run([() => stream(change(5), "id: 6\nevent: change\ndata: {"), () => stream(change(6))]);
    expect(asked[1]?.headers.get("Last-Event-ID")).toBe("5");
    expect(heard).toHaveLength(2);
  });

  it("waits longer each time the server does not answer, and starts over when it did", async () => {
    vi.spyOn(Math, "random").mockReturnValue(0.5);
    const down = (): Response => new Response(null, { status: 503 });
    const lost = (): Response => {
      throw new TypeError("no network");
    };
    const { pauses } = await run([down, lost, down, () => stream(change(1)), down]);
    expect(pauses).toEqual([500, 1000, 2000, 250, 500]);
  });

  it("passes over kinds of events that it does not know", async () => {
    const { heard } = await run([() => stream("id: 1\nevent: weather\ndata: {}\n\n", change(2))]);
    expect(heard).toEqual([expect.objectContaining({ event: "change" })]);
  });
});
