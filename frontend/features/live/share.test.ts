import { afterEach, expect, it, vi } from "vitest";
import { serve } from "@/tests/api";
import type { LiveEvent } from "./events";
import { shareLive } from "./share";

/** Locks as browsers have them: one holder at a time, the others in the order they asked. */
function stubLocks(): void {
  let last: Promise<unknown> = Promise.resolve();
  const request = (_: string, { signal }: { signal: AbortSignal }, act: () => Promise<void>): Promise<void> => {
    const mine = last.then(() => (signal.aborted ? undefined : act()));
    last = mine;
    return mine;
  };
  vi.stubGlobal("navigator", Object.assign(Object.create(navigator) as Navigator, { locks: { request } }));
}

interface Tab {
  heard: [LiveEvent["event"], boolean][];
  started: number;
  close: () => void;
}

function openTab(): Tab {
  const tab: Tab = { heard: [], started: 0, close: () => undefined };
  tab.close = shareLive({
    onEvent: ({ event }, first) => tab.heard.push([event, first]),
    onStart: () => (tab.started += 1),
  });
  return tab;
}

/** A server whose streams stay open; `say` goes to all. */
function live(): { say: (text: string) => void; end: () => void; asked: ReturnType<typeof serve> } {
  const open: ReadableStreamDefaultController<Uint8Array>[] = [];
  const answer = (): Response =>
    new Response(new ReadableStream<Uint8Array>({ start: (controller) => void open.push(controller) }));
  const asked = serve({ "GET /api/events": answer });
  return { asked, say: (text) => open.at(-1)?.enqueue(new TextEncoder().encode(text)), end: () => open.at(-1)?.close() };
}

afterEach(() => vi.unstubAllGlobals());

it("listens once for all tabs, tells each of them, and goes on in another when the first is closed", async () => {
  stubLocks();
  const server = live();
  const first = openTab();
  await vi.waitFor(() => expect(server.asked).toHaveLength(1));
  server.say("id: 7\nevent: ready\ndata: {}\n\n");
  await vi.waitFor(() => expect(first.started).toBe(1));
  const second = openTab();
  await vi.waitFor(() => expect(second.started).toBe(1));
  expect(server.asked).toHaveLength(1);

  server.say("id: 8\nevent: change\ndata: {}\n\n");
  await vi.waitFor(() => expect(second.heard).toEqual([["change", false]]));
  expect(first.heard).toEqual([["ready", true], ["change", true]]);

  first.close();
  server.end();
  await vi.waitFor(() => expect(server.asked).toHaveLength(2));
  expect(server.asked[1]?.headers.get("Last-Event-ID")).toBe("8");
  second.close();
});

it("does without locks where there are none", async () => {
  const server = live();
  const tabs = [openTab(), openTab()];
  await vi.waitFor(() => expect(server.asked).toHaveLength(2));
  for (const tab of tabs) tab.close();
});
