// A stand-in for the server in component tests: answers by method and path, and notes what was asked.
import { vi } from "vitest";

export interface Asked {
  method: string;
  path: string;
  query: Record<string, string>;
  headers: Headers;
  body: unknown;
}

type Answer = unknown;
export type Answers = Record<string, (asked: Asked) => Answer>;

/** Puts the stand-in in place; answers that are no Response become JSON. A path without an answer is a failure. */
export function serve(answers: Answers): Asked[] {
  const log: Asked[] = [];
  const fetch = async (input: Request | string, init?: RequestInit): Promise<Response> => {
    const request = new Request(typeof input === "string" ? new URL(input, "http://localhost") : input, init);
    const { pathname, searchParams } = new URL(request.url);
    const text = await request.text();
    const asked: Asked = {
      method: request.method,
      path: pathname,
      query: Object.fromEntries(searchParams),
      headers: request.headers,
      body: text === "" ? null : (JSON.parse(text) as unknown),
    };
    log.push(asked);
    const answer = answers[`${asked.method} ${asked.path}`];
    if (answer === undefined) throw new TypeError(`nothing answers ${asked.method} ${asked.path}`);
    const given = await answer(asked);
    return given instanceof Response ? given : Response.json(given);
  };
  vi.stubGlobal("fetch", fetch);
  return log;
}

export function refusal(status: number, slug: string, detail: string): Response {
  const problem = { type: `urn:todo:problem:${slug}`, title: "Refused", status, detail };
  return Response.json(problem, { status });
}

/** A success of a write that can be undone. */
export function changed(body: unknown, group = "group-1", status = 200): Response {
  const headers = { "Change-Group": group };
  return body === null ? new Response(null, { status: 204, headers }) : Response.json(body, { status, headers });
}

export function asked(log: Asked[], request: string): Asked[] {
  return log.filter(({ method, path }) => `${method} ${path}` === request);
}
