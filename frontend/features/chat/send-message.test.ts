import { afterEach, describe, expect, it, vi } from "vitest";
import type { ChatEvent } from "./events";
import { sendMessage } from "./send-message";

const signal = new AbortController().signal;

afterEach(() => vi.unstubAllGlobals());

function answering(response: Response): ReturnType<typeof vi.fn> {
  const fetch = vi.fn().mockResolvedValue(response);
  vi.stubGlobal("fetch", fetch);
  return fetch;
}

function said(conversationId: string | null = null): Promise<ChatEvent[]> {
  return Array.fromAsync(sendMessage({ message: "hello", conversationId, signal }));
}

describe("sendMessage", () => {
  it("gives typed events and passes over kinds it does not know", async () => {
    const body = 'event: conversation\ndata: {"id":"c1","title":"hello"}\n\nevent: usage\ndata: {}\n\nevent: text\ndata: {"delta":"Hi"}\n\n';
    answering(new Response(body));
    expect(await said()).toEqual([
      { event: "conversation", data: { id: "c1", title: "hello" } },
      { event: "text", data: { delta: "Hi" } },
    ]);
  });

  it("names the conversation only when there is one", async () => {
    const fetch = answering(new Response(""));
    await said();
    await said("c1");
    const bodies = fetch.mock.calls.map(([, init]) => JSON.parse((init as { body: string }).body) as unknown);
    expect(bodies).toEqual([{ message: "hello" }, { message: "hello", conversation_id: "c1" }]);
  });

  it.each([
    ["not-found", "no-such-conversation"],
    ["no-such-approval", "no-such-approval"],
    ["running", "running"],
  ])("throws the server's refusal %s as %s", async (slug, told) => {
    const problem = { type: `urn:todo:problem:${slug}`, title: "Not Found", status: 404, detail: "The server's words." };
    answering(Response.json(problem, { status: 404 }));
    await expect(said("c1")).rejects.toMatchObject({ slug: told, message: "The server's words." });
  });

  it("says that the server can't be reached", async () => {
    vi.stubGlobal("fetch", vi.fn().mockRejectedValue(new TypeError("Failed to fetch")));
    await expect(said()).rejects.toMatchObject({ slug: "unreachable" });
  });
});
