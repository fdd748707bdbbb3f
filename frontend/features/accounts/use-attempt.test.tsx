import { act, renderHook } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { useAttempt } from "./use-attempt";

describe("useAttempt", () => {
  it("is busy until refused, then says why, and can be tried again", async () => {
    const onSuccess = vi.fn();
    const answers = [Promise.reject(new Error("Wrong password")), Promise.resolve("in")];
    answers[0]?.catch(() => undefined);
    const send = vi.fn(() => answers.shift() ?? Promise.resolve());
    const { result } = renderHook(() => useAttempt(send, onSuccess));
    expect(result.current).toMatchObject({ busy: false, error: null });
    await act(async () => {
      result.current.run("first");
      await Promise.resolve();
    });
    expect(result.current).toMatchObject({ busy: false, error: new Error("Wrong password") });
    expect(onSuccess).not.toHaveBeenCalled();
    await act(async () => {
      result.current.run("second");
      await Promise.resolve();
    });
    // The page is being left: nothing is to be sent twice.
    expect(result.current).toMatchObject({ busy: true, error: null });
    expect(onSuccess).toHaveBeenCalledOnce();
    expect(send.mock.calls).toEqual([["first"], ["second"]]);
  });
});
