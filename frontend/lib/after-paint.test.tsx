import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { afterPaint } from "./after-paint";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("waits for the frame and for what comes with it", () => {
  const act = vi.fn();
  afterPaint(act);
  expect(act).not.toHaveBeenCalled();
  vi.advanceTimersToNextFrame();
  expect(act).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(act).toHaveBeenCalledOnce();
});

it.each(["before the frame", "after it"])("can be called off %s", (when) => {
  const act = vi.fn();
  const cancel = afterPaint(act);
  if (when === "after it") vi.advanceTimersToNextFrame();
  cancel();
  vi.advanceTimersByTime(100);
  expect(act).not.toHaveBeenCalled();
});
