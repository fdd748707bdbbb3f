import { describe, expect, it, vi } from "vitest";
import { toProblemError, unreachable } from "./api/problem";
import { createQueryClient } from "./query-client";

const problem = (status: number, slug: string): Error =>
  toProblemError(status, { type: `urn:todo:problem:${slug}`, title: "", status, detail: "No." });

/** How often a query that always fails like this is tried. */
async function triesOf(error: Error): Promise<number> {
  vi.useFakeTimers();
  const queryFn = vi.fn().mockRejectedValue(error);
  const asking = createQueryClient()
    .query({ queryKey: ["x"], queryFn, retry: createQueryClient().getDefaultOptions().queries?.retry ?? false })
    .catch(() => undefined);
  await vi.runAllTimersAsync();
  await asking;
  vi.useRealTimers();
  return queryFn.mock.calls.length;
}

describe("retries", () => {
  it.each([
    ["no connection", unreachable(), 2],
    ["database away", problem(503, "database-unavailable"), 2],
    ["a bug in the page", new TypeError("x"), 2],
    ["not found", problem(404, "not-found"), 1],
    ["session ended", problem(401, "unauthenticated"), 1],
    ["throttled", problem(429, "too-many-attempts"), 1],
  ])("%s", async (_, error, tries) => {
    expect(await triesOf(error)).toBe(tries);
  });
});

describe("onUnauthenticated", () => {
  it("is called for queries and for changes", async () => {
    const onUnauthenticated = vi.fn();
    const client = createQueryClient(onUnauthenticated);
    const ended = problem(401, "unauthenticated");
    await client.query({ queryKey: ["x"], queryFn: () => Promise.reject(ended) }).catch(() => undefined);
    const mutation = client.getMutationCache().build(client, { mutationFn: () => Promise.reject(ended) });
    await mutation.execute(undefined).catch(() => undefined);
    expect(onUnauthenticated).toHaveBeenCalledTimes(2);
  });

  it("is not called for a wrong password", async () => {
    const onUnauthenticated = vi.fn();
    const client = createQueryClient(onUnauthenticated);
    const wrong = problem(401, "wrong-credentials");
    const mutation = client.getMutationCache().build(client, { mutationFn: () => Promise.reject(wrong) });
    await mutation.execute(undefined).catch(() => undefined);
    expect(onUnauthenticated).not.toHaveBeenCalled();
  });
});
