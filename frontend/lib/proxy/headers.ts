// Which headers pass between browser and backend. Pure.
import type { IncomingMessage, OutgoingHttpHeaders } from "node:http";

// RFC 9110 section 7.6.1: meant for one connection only. Content-Length stays, so that limits can act at once.
const HOP_BY_HOP = new Set([
  "connection",
  "keep-alive",
  "proxy-authenticate",
  "proxy-authorization",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);
// Answered by the server in front of us already; the backend would answer it twice.
const REQUEST_ONLY = new Set(["host", "expect"]);

/** Headers for the backend: the browser's own, with the forwarded ones filled in where nobody before us did. */
export function backendRequestHeaders(headers: Headers, backendHost: string): OutgoingHttpHeaders {
  const dropped = connectionOptions(headers.get("connection"));
  const passed: OutgoingHttpHeaders = {};
  for (const [name, value] of headers) {
    if (!HOP_BY_HOP.has(name) && !REQUEST_ONLY.has(name) && !dropped.has(name)) passed[name] = value;
  }
  passed.host = backendHost;
  passed["x-forwarded-host"] ??= headers.get("host") ?? backendHost;
  passed["x-forwarded-proto"] ??= "http";
  return passed;
}

/** Headers for the browser; several Set-Cookie stay several. Event streams must not be compressed: that holds them back. */
export function browserResponseHeaders(answer: IncomingMessage): Headers {
  const dropped = connectionOptions(answer.headers.connection ?? null);
  const passed = new Headers();
  for (const [name, values] of Object.entries(answer.headersDistinct)) {
    if (HOP_BY_HOP.has(name) || dropped.has(name)) continue;
    for (const value of values ?? []) passed.append(name, value);
  }
  if (passed.get("content-type")?.startsWith("text/event-stream")) passed.set("cache-control", "no-store, no-transform");
  return passed;
}

function connectionOptions(value: string | null): Set<string> {
  return new Set((value ?? "").split(",").map((option) => option.trim().toLowerCase()));
}
