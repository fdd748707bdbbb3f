import { describe, expect, it, vi } from "vitest";
import { readEvents, type ServerSentEvent } from "./server-sent-events";

function streamOf(...chunks: (string | Uint8Array)[]): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(typeof chunk === "string" ? encoder.encode(chunk) : chunk);
      controller.close();
    },
  });
}

async function eventsOf(...chunks: (string | Uint8Array)[]): Promise<ServerSentEvent[]> {
  return Array.fromAsync(readEvents(streamOf(...chunks)));
}

describe("readEvents", () => {
  it("reads names and data", async () => {
    expect(await eventsOf("event: text\ndata: a\n\n", "data:b\n\n")).toEqual([
      { event: "text", data: "a" },
      { event: "message", data: "b" },
    ]);
  });

  it("gives the same wherever the chunks are cut", async () => {
    const whole = "event: text\r\ndata: Grüße 👋\r\n\r\nevent: done\rdata: 1\r\rdata: x\ndata: y\n\n";
    const bytes = new TextEncoder().encode(whole);
    const expected = await eventsOf(whole);
    expect(expected).toEqual([
      { event: "text", data: "Grüße 👋" },
      { event: "done", data: "1" },
      { event: "message", data: "x\ny" },
    ]);
    for (let cut = 1; cut < bytes.length; cut += 1) {
      expect(await eventsOf(bytes.slice(0, cut), bytes.slice(cut))).toEqual(expected);
    }
    expect(await eventsOf(...Array.from(bytes, (byte) => Uint8Array.of(byte)))).toEqual(expected);
  });

  it("passes over comments, unknown fields and events without data", async () => {
    expect(await eventsOf(": ping\n\nid: 7\nretry: 10\nevent: empty\n\ndata\n\n")).toEqual([
      { event: "message", data: "" },
    ]);
  });

  it("takes away one space only", async () => {
    expect(await eventsOf("data:  two\n\n")).toEqual([{ event: "message", data: " two" }]);
  });

  it("drops an event that the end cuts off", async () => {
    expect(await eventsOf("data: whole\n\ndata: half\n")).toEqual([{ event: "message", data: "whole" }]);
  });

  it("lets go of the stream when nobody listens any more", async () => {
    const cancel = vi.fn();
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new TextEncoder().encode("data: 1\n\n")),
      cancel,
    });
    for await (const event of readEvents(endless)) {
      expect(event.data).toBe("1");
      break;
    }
    expect(cancel).toHaveBeenCalledOnce();
  });
});
