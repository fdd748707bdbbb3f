import { expect, it, vi } from "vitest";
import { aTask } from "@/tests/fixtures";
import { runBatch, takeBatches } from "./batch";

it("keeps what is asked for early until somebody takes it, once", () => {
  const task = aTask();
  runBatch("remove", [task]);
  const act = vi.fn();
  const stop = takeBatches(act);
  expect(act).toHaveBeenCalledExactlyOnceWith("remove", [task]);
  runBatch("toggle", [task]);
  expect(act).toHaveBeenLastCalledWith("toggle", [task]);
  stop();
  runBatch("date", [task]);
  expect(act).toHaveBeenCalledTimes(2);
  const next = vi.fn();
  takeBatches(next)();
  expect(next).toHaveBeenCalledExactlyOnceWith("date", [task]);
});
