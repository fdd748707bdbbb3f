// Passes a request on to the backend and its answer back, both as streams. node:http rather than fetch: it neither adds
// headers of its own nor decompresses, so what the browser and the backend say to each other stays as it was.
import "server-only";
import http from "node:http";
import https from "node:https";
import { Readable } from "node:stream";
import { backendRequestHeaders, browserResponseHeaders } from "./headers";

const DEFAULT_BACKEND = "http://127.0.0.1:8000";
// Shorter than the keep-alive of common servers (uvicorn: 5 s), so that no request is sent into a connection being closed.
const IDLE_MS = 2_000;
const agents = {
  "http:": new http.Agent({ keepAlive: true, timeout: IDLE_MS }),
  "https:": new https.Agent({ keepAlive: true, timeout: IDLE_MS }),
};
const BODILESS = new Set([204, 205, 304]);

/** Address of the backend; read when needed, so that one build serves every environment. */
export function backendUrl(): string {
  return (process.env.BACKEND_URL ?? DEFAULT_BACKEND).replace(/\/+$/, "");
}

/** The backend's answer to this request, 503 when there is none. Rejects only when the browser has left. */
export async function passToBackend(request: Request): Promise<Response> {
  try {
    return toWebResponse(await ask(request));
  } catch (error) {
    if (request.signal.aborted) throw error;
    return unavailable();
  }
}

function ask(request: Request): Promise<http.IncomingMessage> {
  const { pathname, search } = new URL(request.url);
  const target = new URL(backendUrl() + pathname + search);
  const secure = target.protocol === "https:";
  return new Promise((resolve, reject) => {
    const upstream = (secure ? https : http).request(target, {
      method: request.method,
      headers: backendRequestHeaders(request.headers, target.host),
      agent: secure ? agents["https:"] : agents["http:"],
      signal: request.signal,
    });
    upstream.on("response", resolve);
    upstream.on("error", reject);
    sendBody(request, upstream, reject);
  });
}

function sendBody(request: Request, upstream: http.ClientRequest, reject: (error: Error) => void): void {
  if (request.body === null) {
    upstream.end();
    return;
  }
  const body = Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0]);
  body.on("error", (error) => {
    upstream.destroy();
    reject(error);
  });
  body.pipe(upstream);
}

function toWebResponse(answer: http.IncomingMessage): Response {
  const status = answer.statusCode ?? 502;
  const headers = browserResponseHeaders(answer);
  if (BODILESS.has(status)) {
    answer.resume();
    return new Response(null, { status, headers });
  }
  return new Response(Readable.toWeb(answer) as ReadableStream<Uint8Array>, { status, headers });
}

function unavailable(): Response {
  const problem = {
    type: "urn:todo:problem:backend-unavailable",
    title: "Service Unavailable",
    status: 503,
    detail: "The server is not answering right now. Nothing was changed; try again in a moment.",
  };
  const headers = { "Content-Type": "application/problem+json", "Cache-Control": "no-store", "Retry-After": "2" };
  return new Response(JSON.stringify(problem), { status: 503, headers });
}
