// A small client for an API that is described by OpenAPI: paths, queries, bodies and answers as the description types them.
import type { Client } from "openapi-fetch";
import type { paths } from "./schema";

export type Api = Pick<Client<paths>, "GET" | "POST" | "PATCH" | "DELETE">;

interface ClientOptions {
  baseUrl: string;
  headers?: Record<string, string>;
  cache?: RequestCache;
  fetch: (request: Request) => Promise<Response>;
}

interface CallOptions {
  params?: {
    path?: Record<string, string | number>;
    query?: Record<string, unknown>;
    header?: Record<string, string>;
  };
  body?: unknown;
  signal?: AbortSignal;
}

interface CallAnswer {
  data?: unknown;
  error?: unknown;
  response: Response;
}

/** Calls give the data of a success, the body of anything else as `error`, and reject when no answer came. */
export function createApi(options: ClientOptions): Api {
  const method =
    (name: string) =>
    (path: string, call: CallOptions = {}): Promise<CallAnswer> =>
      ask(options, name, path, call);
  const api = { GET: method("GET"), POST: method("POST"), PATCH: method("PATCH"), DELETE: method("DELETE") };
  return api as unknown as Api;
}

async function ask(options: ClientOptions, method: string, path: string, call: CallOptions): Promise<CallAnswer> {
  const { baseUrl, headers = {}, cache } = options;
  const { params = {}, body, signal } = call;
  const request = new Request(baseUrl + addressOf(path, params), {
    method,
    headers: {
      ...headers,
      ...params.header,
      ...(body === undefined ? {} : { "Content-Type": "application/json" }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
    ...(cache === undefined ? {} : { cache }),
  });
  const response = await options.fetch(request);
  const content: unknown = await contentOf(response);
  return response.ok ? { data: content, response } : { error: content, response };
}

/** A path with its parameters filled in; list values of a query are repeated. */
export function addressOf(path: string, { path: parts = {}, query = {} }: NonNullable<CallOptions["params"]>): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(parts[name] ?? "")));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null) search.append(name, String(one));
    }
  }
  return search.size > 0 ? `${filled}?${search.toString()}` : filled;
}

async function contentOf(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === "") return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    // A page that some proxy put in place of an answer.
    if (!response.ok) return text;
    throw error;
  }
}
