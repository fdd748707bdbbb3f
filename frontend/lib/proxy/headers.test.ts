import type { IncomingMessage } from "node:http";
import { describe, expect, it } from "vitest";
import { backendRequestHeaders, browserResponseHeaders } from "./headers";

describe("backendRequestHeaders", () => {
  it("drops what is meant for one connection, and what Connection names", () => {
    const headers = new Headers({
      Connection: "keep-alive, X-Private",
      "Keep-Alive": "timeout=5",
      "Transfer-Encoding": "chunked",
      Upgrade: "websocket",
      TE: "trailers",
      "X-Private": "1",
      Expect: "100-continue",
      Cookie: "todo_session=x",
      "Sec-Fetch-Site": "same-origin",
    });
    const passed = backendRequestHeaders(headers, "backend:8000");
    expect(Object.keys(passed).sort()).toEqual(
      ["cookie", "host", "sec-fetch-site", "x-forwarded-host", "x-forwarded-proto"].sort(),
    );
    expect(passed.host).toBe("backend:8000");
  });

  it("keeps the length, so that a body that is too large is refused at once", () => {
    expect(backendRequestHeaders(new Headers({ "Content-Length": "12" }), "b")["content-length"]).toBe("12");
  });

  it("tells where the request was sent, unless an ingress has", () => {
    const direct = backendRequestHeaders(new Headers({ Host: "todo.example" }), "backend:8000");
    expect(direct["x-forwarded-host"]).toBe("todo.example");
    expect(direct["x-forwarded-proto"]).toBe("http");
    const forwarded = { "X-Forwarded-Host": "todo.example", "X-Forwarded-Proto": "https", "X-Forwarded-For": "1.2.3.4" };
    const passed = backendRequestHeaders(new Headers({ Host: "pod:3000", ...forwarded }), "backend:8000");
    expect(passed).toMatchObject({
      "x-forwarded-host": "todo.example",
      "x-forwarded-proto": "https",
      "x-forwarded-for": "1.2.3.4",
    });
  });
});

describe("browserResponseHeaders", () => {
  function answer(headersDistinct: Record<string, string[]>): IncomingMessage {
    return { headersDistinct, headers: { connection: headersDistinct.connection?.[0] } } as unknown as IncomingMessage;
  }

  it("drops what is meant for one connection", () => {
    const passed = browserResponseHeaders(
      answer({ connection: ["close, x-hop"], "x-hop": ["1"], "transfer-encoding": ["chunked"], etag: ['"1"'] }),
    );
    expect([...passed.keys()]).toEqual(["etag"]);
  });

  it("keeps event streams from being compressed, and leaves other caching rules alone", () => {
    const stream = browserResponseHeaders(answer({ "content-type": ["text/event-stream"], "cache-control": ["no-store"] }));
    expect(stream.get("cache-control")).toBe("no-store, no-transform");
    const plain = browserResponseHeaders(answer({ "content-type": ["text/html"], "cache-control": ["max-age=5"] }));
    expect(plain.get("cache-control")).toBe("max-age=5");
  });
});
