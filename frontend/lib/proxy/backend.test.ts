import { once } from "node:events";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { backendUrl, passToBackend } from "./backend";

type Handler = (request: http.IncomingMessage, response: http.ServerResponse) => void;

let server: http.Server;
let handle: Handler;

beforeEach(async () => {
  server = http.createServer((request, response) => handle(request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  process.env.BACKEND_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(() => {
  delete process.env.BACKEND_URL;
  server.closeAllConnections();
  server.close();
});

function request(path: string, init: RequestInit = {}): Request {
  return new Request(`http://todo.example${path}`, { ...init, duplex: "half" } as RequestInit);
}

async function bodyOf(message: http.IncomingMessage): Promise<string> {
  const chunks = await Array.fromAsync(message as AsyncIterable<Buffer>);
  return Buffer.concat(chunks).toString();
}

describe("passToBackend", () => {
  it("passes method, path, query, headers and body on", async () => {
    handle = (incoming, response) => {
      void bodyOf(incoming).then((body) => {
        const { method, url, headers } = incoming;
        response.end(JSON.stringify({ method, url, body, type: headers["content-type"], match: headers["if-match"] }));
      });
    };
    const answer = await passToBackend(
      request("/api/tasks/1?a=%20b&c", {
        method: "PATCH",
        body: '{"title":"Grüße"}',
        headers: { "Content-Type": "application/json", "If-Match": '"3"' },
      }),
    );
    expect(await answer.json()).toEqual({
      method: "PATCH",
      url: "/api/tasks/1?a=%20b&c",
      body: '{"title":"Grüße"}',
      type: "application/json",
      match: '"3"',
    });
  });

  it("passes status, headers and several cookies back", async () => {
    handle = (_, response) => {
      response.writeHead(201, "Created", {
        "Set-Cookie": ["a=1; Path=/; HttpOnly", "b=2; Expires=Wed, 25 Nov 2026 00:00:00 GMT"],
        "Change-Group": "g1",
        ETag: '"1"',
      });
      response.end("{}");
    };
    const answer = await passToBackend(request("/api/tasks", { method: "POST", body: "{}" }));
    expect(answer.status).toBe(201);
    expect(answer.headers.getSetCookie()).toEqual([
      "a=1; Path=/; HttpOnly",
      "b=2; Expires=Wed, 25 Nov 2026 00:00:00 GMT",
    ]);
    expect(answer.headers.get("change-group")).toBe("g1");
    expect(answer.headers.get("etag")).toBe('"1"');
  });

  it("passes an answer without a body", async () => {
    handle = (_, response) => response.writeHead(204).end();
    const answer = await passToBackend(request("/api/auth/logout", { method: "POST" }));
    expect(answer.status).toBe(204);
    expect(answer.body).toBeNull();
  });

  it("leaves a compressed body as it is", async () => {
    handle = (_, response) => {
      response.setHeader("Content-Encoding", "gzip");
      response.end(gzipSync("squeezed"));
    };
    const answer = await passToBackend(request("/api/x"));
    expect(answer.headers.get("content-encoding")).toBe("gzip");
    expect(gunzipSync(Buffer.from(await answer.arrayBuffer())).toString()).toBe("squeezed");
  });

  it("follows no redirect itself", async () => {
    handle = (_, response) => response.writeHead(307, { Location: "/api/elsewhere" }).end();
    const answer = await passToBackend(request("/api/x"));
    expect(answer.status).toBe(307);
    expect(answer.headers.get("location")).toBe("/api/elsewhere");
  });
});

describe("streams", () => {
  it("hands each event on before the next is written", async () => {
    let write: (event: string) => void = () => undefined;
    handle = (_, response) => {
      response.writeHead(200, { "Content-Type": "text/event-stream; charset=utf-8" });
      response.flushHeaders();
      write = (event) => response.write(event);
    };
    const answer = await passToBackend(request("/api/chat", { method: "POST", body: "{}" }));
    const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
    for (const event of ["data: 1\n\n", "data: 2\n\n"]) {
      write(event);
      expect(Buffer.from((await reader.read()).value ?? []).toString()).toBe(event);
    }
    expect(answer.headers.get("cache-control")).toContain("no-transform");
  });

  it("hands the body on while it is still being sent", async () => {
    const arrived: string[] = [];
    handle = (incoming, response) => {
      incoming.on("data", (chunk: Buffer) => {
        arrived.push(chunk.toString());
        if (arrived.length === 1) send("second");
      });
      incoming.on("end", () => response.end(arrived.join("+")));
    };
    let send: (part: string) => void = () => undefined;
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        const encoder = new TextEncoder();
        controller.enqueue(encoder.encode("first"));
        send = (part) => {
          controller.enqueue(encoder.encode(part));
          controller.close();
        };
      },
    });
    const answer = await passToBackend(request("/api/import", { method: "POST", body }));
    expect(await answer.text()).toBe("first+second");
  });

  it("breaks off the backend's work when the browser leaves", async () => {
    const closed = Promise.withResolvers<boolean>();
    handle = (_, response) => {
      response.on("close", () => closed.resolve(response.writableFinished));
      response.writeHead(200, { "Content-Type": "text/event-stream" });
      response.write("data: 1\n\n");
    };
    const browser = new AbortController();
    const answer = await passToBackend(request("/api/chat", { method: "POST", body: "{}", signal: browser.signal }));
    expect(answer.status).toBe(200);
    browser.abort();
    expect(await closed.promise).toBe(false);
  });
});

describe("a backend that is down", () => {
  it("is told as a problem that can be tried again", async () => {
    server.close();
    await once(server, "close");
    const answer = await passToBackend(request("/api/tasks"));
    expect(answer.status).toBe(503);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(answer.headers.get("retry-after")).toBe("2");
    expect(await answer.json()).toMatchObject({ type: "urn:todo:problem:backend-unavailable", status: 503 });
  });

  it("is told so too when it hangs up without an answer", async () => {
    handle = (incoming) => incoming.socket.destroy();
    expect((await passToBackend(request("/api/tasks"))).status).toBe(503);
  });

  it("is nobody's concern once the browser has left", async () => {
    handle = () => undefined;
    const browser = new AbortController();
    const answer = passToBackend(request("/api/tasks", { signal: browser.signal }));
    browser.abort();
    await expect(answer).rejects.toMatchObject({ name: "AbortError" });
  });
});

describe("backendUrl", () => {
  it("is read each time, without a slash at its end", () => {
    process.env.BACKEND_URL = "http://todo-backend:8000/";
    expect(backendUrl()).toBe("http://todo-backend:8000");
    delete process.env.BACKEND_URL;
    expect(backendUrl()).toBe("http://127.0.0.1:8000");
  });
});
