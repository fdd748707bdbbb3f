import { act, render, screen, waitFor } from "@testing-library/react";
import { type JSX, Suspense } from "react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { tellAlive } from "./alive";
import { lazyPart, whenIdle } from "./lazy-part";

function Hello({ name }: { name: string }): JSX.Element {
  return <p>Hello {name}</p>;
}

function show(part: JSX.Element): void {
  render(<Suspense fallback={<p>Waiting</p>}>{part}</Suspense>);
}

afterEach(() => {
  vi.useRealTimers();
});

describe("lazyPart", () => {
  it("waits for what is on its way", async () => {
    const arrival = Promise.withResolvers<typeof Hello>();
    const Part = lazyPart(() => arrival.promise);
    show(<Part name="Ada" />);
    expect(screen.getByText("Waiting")).toBeVisible();
    await act(async () => {
      arrival.resolve(Hello);
      await arrival.promise;
    });
    expect(await screen.findByText("Hello Ada")).toBeVisible();
  });

  it("shows at once what was fetched before, and fetches it once", async () => {
    const load = vi.fn(() => Promise.resolve(Hello));
    const Part = lazyPart(load);
    Part.preload();
    Part.preload();
    await vi.waitFor(() => expect(load).toHaveBeenCalledOnce());
    await Promise.resolve();
    show(<Part name="Grace" />);
    expect(screen.getByText("Hello Grace")).toBeVisible();
    expect(load).toHaveBeenCalledOnce();
  });

  it("tries once more when the fetch fails", async () => {
    const load = vi.fn<() => Promise<typeof Hello>>().mockRejectedValueOnce(new Error("gone")).mockResolvedValue(Hello);
    const Part = lazyPart(load);
    show(<Part name="Ada" />);
    expect(await screen.findByText("Hello Ada")).toBeVisible();
    expect(load).toHaveBeenCalledTimes(2);
  });

  it("is nothing for now where it may stay away and cannot be had, until it has been preloaded", async () => {
    const load = vi.fn<() => Promise<typeof Hello>>().mockRejectedValueOnce(new Error("gone")).mockRejectedValueOnce(new Error("gone"));
    const Part = lazyPart(load.mockResolvedValue(Hello), { mayStayAway: true });
    const { container, unmount } = render(<Suspense fallback={<p>Waiting</p>}><Part name="Ada" /></Suspense>);
    await waitFor(() => expect(container).toBeEmptyDOMElement());
    expect(load).toHaveBeenCalledTimes(2);
    unmount();
    await act(async () => {
      Part.preload();
      await Promise.resolve();
    });
    show(<Part name="Grace" />);
    expect(await screen.findByText("Hello Grace")).toBeVisible();
  });

  it("gives up a fetch that nobody waits for, so that the next one may succeed", async () => {
    vi.useFakeTimers();
    const load = vi.fn<() => Promise<typeof Hello>>().mockRejectedValue(new Error("gone"));
    const Part = lazyPart(load);
    Part.preload();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(load).toHaveBeenCalledTimes(2);
    Part.preload();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(load).toHaveBeenCalledTimes(4);
  });
});

describe("whenIdle", () => {
  it("waits for the page to answer, but not for ever", async () => {
    vi.useFakeTimers();
    const called = vi.fn();
    const calledOff = vi.fn();
    whenIdle(called);
    whenIdle(calledOff)();
    await vi.advanceTimersByTimeAsync(1_500);
    expect(called).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1_500);
    expect(called).toHaveBeenCalledOnce();
    expect(calledOff).not.toHaveBeenCalled();
  });

  it("calls soon once it answers, unless called off in between", async () => {
    vi.useFakeTimers();
    const called = vi.fn();
    const calledOff = vi.fn();
    whenIdle(called);
    const cancel = whenIdle(calledOff);
    tellAlive();
    expect(document.documentElement).toHaveAttribute("data-alive");
    await vi.advanceTimersByTimeAsync(0);
    expect(called).not.toHaveBeenCalled();
    cancel();
    await vi.advanceTimersByTimeAsync(300);
    expect(called).toHaveBeenCalledOnce();
    expect(calledOff).not.toHaveBeenCalled();
  });
});
