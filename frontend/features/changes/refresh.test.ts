import { QueryClient } from "@tanstack/react-query";
import { expect, it } from "vitest";
import { refreshAfterChange } from "./refresh";

function clientWith(...keys: string[]): QueryClient {
  const client = new QueryClient();
  for (const key of keys) client.setQueryData([key], "data");
  return client;
}

const isStale = (client: QueryClient, key: string): boolean | undefined => client.getQueryState([key])?.isInvalidated;

/** A change that runs until it is told to end. */
function startChange(client: QueryClient): () => Promise<unknown> {
  const running = Promise.withResolvers<undefined>();
  const options = { mutationKey: ["change", "task"], mutationFn: () => running.promise };
  const execution = client.getMutationCache().build(client, options).execute(undefined);
  return () => {
    running.resolve(undefined);
    return execution;
  };
}

it("makes stale what shows tasks and projects, and nothing else", () => {
  const client = clientWith("tasks", "projects", "changes", "me");
  refreshAfterChange(client, 0);
  expect(["tasks", "projects", "changes", "me"].map((key) => isStale(client, key))).toEqual([true, true, true, false]);
});

it("leaves it to the last of several changes", async () => {
  const client = clientWith("tasks");
  const endFirst = startChange(client);
  const endSecond = startChange(client);
  refreshAfterChange(client);
  expect(isStale(client, "tasks")).toBe(false);
  await endFirst();
  refreshAfterChange(client, 0);
  expect(isStale(client, "tasks")).toBe(false);
  refreshAfterChange(client);
  expect(isStale(client, "tasks")).toBe(true);
  await endSecond();
});
