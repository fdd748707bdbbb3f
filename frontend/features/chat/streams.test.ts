import { afterEach, describe, expect, it, vi } from "vitest";
import type { ChatEvent } from "./events";
import { readChatEvents } from "./events";
import { sendMessage } from "./send-message";

afterEach(() => vi.unstubAllGlobals());

const TEXT = 'event: text\ndata: {"delta":"Hi"}\n\n';
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Says these parts one after the other; then the connection breaks, if there is an error for it to break with. */
function stream(parts: string[], error?: Error): ReadableStream<Uint8Array> {
  const left = [...parts];
  return new ReadableStream({
    pull: (controller) => {
      const next = left.shift();
      if (next !== undefined) controller.enqueue(encode(next));
      else if (error !== undefined) controller.error(error);
      else controller.close();
    },
  });
}

interface Heard {
  events: ChatEvent[];
  error: unknown;
}

async function hear(events: AsyncIterable<ChatEvent>): Promise<Heard> {
  const heard: Heard = { events: [], error: null };
  try {
    for await (const event of events) heard.events.push(event);
  } catch (error) {
    heard.error = error;
  }
  return heard;
}

describe("readChatEvents", () => {
  it("gives what had come when the connection breaks, then the break", async () => {
    const broken = new TypeError("network error");
    expect(await hear(readChatEvents(stream([TEXT, "event: text\nda"], broken)))).toEqual({
      events: [{ event: "text", data: { delta: "Hi" } }],
      error: broken,
    });
  });

  it.each([["{"], ["undefined"], ["'single'"]])("throws for data that is no JSON: %s", async (data) => {
    const { events, error } = await hear(readChatEvents(stream([TEXT, `event: text\ndata: ${data}\n\n`, TEXT])));
    expect(events).toHaveLength(1);
    expect(error).toBeInstanceOf(SyntaxError);
  });

  it("never reads the data of a kind that it does not know", async () => {
    const { events, error } = await hear(readChatEvents(stream(["event: weather\ndata: {{{\n\n", "data: {{{\n\n", TEXT])));
    expect([events.length, error]).toEqual([1, null]);
  });

  it("gives the same wherever a letter of several bytes is cut", async () => {
    const bytes = encode('event: text\ndata: {"delta":"Grüße 👋"}\n\n');
    for (let cut = 1; cut < bytes.length; cut += 1) {
      const body = new ReadableStream<Uint8Array>({
        start: (controller) => {
          controller.enqueue(bytes.slice(0, cut));
          controller.enqueue(bytes.slice(cut));
          controller.close();
        },
      });
      expect((await hear(readChatEvents(body))).events).toEqual([{ event: "text", data: { delta: "Grüße 👋" } }]);
    }
  });
});

describe("sendMessage", () => {
  const signal = new AbortController().signal;

  function answering(answer: Response | Error): { url: string; init: RequestInit }[] {
    const asked: { url: string; init: RequestInit }[] = [];
    vi.stubGlobal("fetch", (url: string, init: RequestInit) => {
      asked.push({ url, init });
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    });
    return asked;
  }

  it.each([
    ["a message", { message: "hello" }, { message: "hello" }],
    ["a decision", { approval: { id: "a1", approve: false } }, { approval: { id: "a1", approve: false } }],
    ["another try", { retry: true as const }, { retry: true }],
  ])("sends %s and asks for a stream", async (_, saying, body) => {
    const asked = answering(new Response(TEXT));
    expect((await hear(sendMessage({ ...saying, conversationId: "c1", signal }))).events).toHaveLength(1);
    const [{ url, init } = { url: "", init: {} }] = asked;
    expect([url, init.method]).toEqual(["/api/chat", "POST"]);
    expect(new Headers(init.headers).get("Accept")).toBe("text/event-stream");
    expect(JSON.parse(init.body as string)).toEqual({ ...body, conversation_id: "c1" });
  });

  it.each([
    ["a page of some proxy's", new Response("<html>Bad gateway</html>", { status: 502 }), { slug: "unexpected", status: 502 }],
    ["nothing at all", new Response(null, { status: 503 }), { slug: "unexpected", status: 503 }],
    ["JSON that is no problem", Response.json(["no"], { status: 500 }), { slug: "unexpected", status: 500 }],
    ["a success without a body", new Response(null, { status: 204 }), { slug: "unexpected", status: 204 }],
  ])("throws for %s", async (_, answer, expected) => {
    answering(answer);
    const { events, error } = await hear(sendMessage({ message: "x", conversationId: null, signal }));
    expect(events).toEqual([]);
    expect(error).toMatchObject(expected);
  });

  it("leaves being stopped what it is, instead of calling it a failure of the network", async () => {
    const aborted = new DOMException("stopped", "AbortError");
    answering(aborted);
    const { error } = await hear(sendMessage({ message: "x", conversationId: null, signal: AbortSignal.abort() }));
    expect(error).toBe(aborted);
  });
});
