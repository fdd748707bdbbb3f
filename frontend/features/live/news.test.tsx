import { act, screen } from "@testing-library/react";
import type { JSX } from "react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { renderInTexts } from "@/tests/render";
import { listen, SILENCE_MS } from "./listen";
import type { LiveChange } from "./events";
import { noteNews, useNews } from "./news";
import { askToNotify, notify } from "./notifications";

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function change(entity_id: string, version: number): LiveChange {
  return { id: version, entity: "task", entity_id, version, kind: "update", group: `elsewhere-${entity_id}-${version}` };
}

function News({ id, version }: { id: string; version: number }): JSX.Element {
  return <p>{useNews({ id, version })?.version ?? "none"}</p>;
}

describe("useNews", () => {
  it("tells the last of several, also one that came before anyone asked", () => {
    noteNews([change("early", 2), change("early", 3)]);
    renderInTexts(<News id="early" version={1} />);
    expect(screen.getByText("3")).toBeVisible();
    act(() => noteNews([change("early", 4), change("other", 9)]));
    expect(screen.getByText("4")).toBeVisible();
  });

  it("is none again when the page has caught up", () => {
    noteNews([change("caught", 5)]);
    const { rerender } = renderInTexts(<News id="caught" version={4} />);
    expect(screen.getByText("5")).toBeVisible();
    rerender(<News id="caught" version={5} />);
    expect(screen.getByText("none")).toBeVisible();
  });

  it("forgets what is long ago, but not what was changed again since", () => {
    noteNews([change("old", 1), change("again", 1)]);
    noteNews(Array.from({ length: 499 }, (_, index) => change(`more-${index}`, 1)));
    noteNews([change("again", 2)]);
    noteNews([change("last", 1)]);
    renderInTexts(
      <>
        <News id="old" version={0} />
        <News id="again" version={0} />
      </>,
    );
    expect(screen.getAllByText(/none|\d/).map(({ textContent }) => textContent)).toEqual(["none", "2"]);
  });
});

describe("a connection that says nothing any more", () => {
  it("is given up and made anew, but not one that gives signs of life", async () => {
    vi.useFakeTimers();
    const signals: AbortSignal[] = [];
    const streams: ReadableStreamDefaultController<Uint8Array>[] = [];
    vi.stubGlobal("fetch", (_: string, { signal }: { signal: AbortSignal }) => {
      signals.push(signal);
      const body = new ReadableStream<Uint8Array>({
        start: (controller) => {
          streams.push(controller);
          signal.addEventListener("abort", () => controller.error(signal.reason));
        },
      });
      return Promise.resolve(new Response(body));
    });
    const stop = new AbortController();
    const ids: string[] = [];
    const listening = listen({
      signal: stop.signal,
      onEvent: vi.fn(),
      lastId: () => ids.at(-1) ?? null,
      onId: (id) => ids.push(id),
      pause: () => Promise.resolve(),
    });
    for (let sign = 1; sign <= 3; sign += 1) {
      await vi.advanceTimersByTimeAsync(SILENCE_MS - 1_000);
      streams[0]?.enqueue(new TextEncoder().encode(`id: ${sign}\n: alive\n\n`));
      await vi.advanceTimersByTimeAsync(0);
    }
    expect([signals.length, ids.at(-1)]).toEqual([1, "3"]);
    await vi.advanceTimersByTimeAsync(SILENCE_MS);
    expect([signals.length, signals[0]?.aborted]).toEqual([2, true]);
    stop.abort();
    await listening;
    expect(signals).toHaveLength(2);
  });
});

describe("a pause between two attempts", () => {
  async function attempts(wake: () => void): Promise<number> {
    vi.useFakeTimers();
    const fetch = vi.fn(() => Promise.reject(new TypeError("no network")));
    vi.stubGlobal("fetch", fetch);
    const stop = new AbortController();
    const listening = listen({ signal: stop.signal, onEvent: vi.fn(), lastId: () => null, onId: vi.fn() });
    await vi.advanceTimersByTimeAsync(1);
    expect(fetch).toHaveBeenCalledTimes(1);
    wake();
    await vi.advanceTimersByTimeAsync(1);
    const tried = fetch.mock.calls.length;
    stop.abort();
    await listening;
    return tried;
  }

  it.each<[string, number, () => void]>([
    ["the network is back", 2, () => window.dispatchEvent(new Event("online"))],
    ["somebody looks at the page again", 2, () => document.dispatchEvent(new Event("visibilitychange"))],
    ["the network goes", 1, () => window.dispatchEvent(new Event("offline"))],
  ])("when %s: %d attempts", async (_, count, wake) => {
    expect(await attempts(wake)).toBe(count);
  });
});

describe("notify", () => {
  const DUE = { reminder_id: "r1", task_id: "t1", title: "Call Mum", fire_at: "2026-11-25T10:00:00Z" };

  function stub(permission: NotificationPermission, construct: (self: { onclick: (() => void) | null; close: () => void }) => void): void {
    class Stub {
      static permission = permission;
      onclick: (() => void) | null = null;
      close = vi.fn();
      constructor() {
        construct(this);
      }
    }
    vi.stubGlobal("Notification", Stub);
  }

  it("brings the page to the front and opens the task when it is pressed, and goes", () => {
    const shown: { onclick: (() => void) | null; close: () => void }[] = [];
    const onOpen = vi.fn();
    stub("granted", (self) => shown.push(self));
    const focus = vi.spyOn(window, "focus").mockImplementation(() => undefined);
    notify(DUE, "Reminder", onOpen);
    shown[0]?.onclick?.();
    expect(focus).toHaveBeenCalledOnce();
    expect(onOpen).toHaveBeenCalledOnce();
    expect(shown[0]?.close).toHaveBeenCalledOnce();
  });

  it("leaves it to the service worker where pages may not", async () => {
    stub("granted", () => {
      throw new TypeError("Illegal constructor");
    });
    const showNotification = vi.fn();
    const serviceWorker = { ready: Promise.resolve({ showNotification }) };
    vi.stubGlobal("navigator", Object.assign(Object.create(navigator) as Navigator, { serviceWorker }));
    notify(DUE, "Reminder", vi.fn());
    await vi.waitFor(() => expect(showNotification).toHaveBeenCalledWith("Reminder", { body: "Call Mum", tag: "r1", data: { path: "/tasks/t1" } }));
  });

  it.each<NotificationPermission>(["denied", "default"])("shows none when permission is %s", (permission) => {
    const made = vi.fn();
    stub(permission, made);
    notify(DUE, "Reminder", vi.fn());
    expect(made).not.toHaveBeenCalled();
  });

  it("does without browsers that have no notifications", async () => {
    expect("Notification" in window).toBe(false);
    expect(() => notify(DUE, "Reminder", vi.fn())).not.toThrow();
    await expect(askToNotify()).resolves.toBe(false);
  });
});
