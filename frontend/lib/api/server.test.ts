import { once } from "node:events";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { readOrSignIn, serverApi } from "./server";

const visitor = vi.hoisted(() => ({ cookies: new Map<string, string>(), path: "/inbox?x=1" }));

vi.mock("next/headers", () => ({
  cookies: () =>
    Promise.resolve({
      has: (name: string) => visitor.cookies.has(name),
      get: (name: string) => (visitor.cookies.has(name) ? { value: visitor.cookies.get(name) } : undefined),
    }),
  headers: () => Promise.resolve(new Headers({ "x-todo-path": visitor.path })),
}));
vi.mock("next/navigation", () => ({
  redirect: (path: string) => {
    throw new Error(`redirect to ${path}`);
  },
}));

let server: http.Server;
let seen: http.IncomingMessage[];
let answer: { status: number; body: unknown };

beforeEach(async () => {
  seen = [];
  answer = { status: 200, body: { items: [] } };
  server = http.createServer((request, response) => {
    seen.push(request);
    response.writeHead(answer.status, { "Content-Type": "application/json" });
    response.end(JSON.stringify(answer.body));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  process.env.BACKEND_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  visitor.cookies = new Map([["todo_session", "s1"]]);
});

afterEach(() => {
  delete process.env.BACKEND_URL;
  server.closeAllConnections();
  server.close();
});

const projects = (): Promise<unknown> => readOrSignIn((api) => api.GET("/api/projects"));

describe("serverApi", () => {
  it("asks the backend with the visitor's session and no other cookie", async () => {
    visitor.cookies.set("todo_theme", "dark");
    await (await serverApi()).GET("/api/projects");
    expect(seen[0]?.url).toBe("/api/projects");
    expect(seen[0]?.headers.cookie).toBe("todo_session=s1");
  });
});

describe("readOrSignIn", () => {
  it("gives what the backend says", async () => {
    expect(await projects()).toEqual({ items: [] });
  });

  it("leads to sign in without asking when there is no session", async () => {
    visitor.cookies.clear();
    await expect(projects()).rejects.toThrow("redirect to /sign-in?next=%2Finbox%3Fx%3D1");
    expect(seen).toHaveLength(0);
  });

  it("leads to sign in and says why when the session has ended", async () => {
    const body = { type: "urn:todo:problem:unauthenticated", title: "Unauthorized", status: 401, detail: "Sign in first." };
    answer = { status: 401, body };
    await expect(projects()).rejects.toThrow("redirect to /sign-in?next=%2Finbox%3Fx%3D1&reason=expired");
  });

  it("leaves other troubles to the error page", async () => {
    const body = { type: "urn:todo:problem:internal", title: "Error", status: 500, detail: "Something went wrong." };
    answer = { status: 500, body };
    await expect(projects()).rejects.toMatchObject({ name: "ProblemError", status: 500 });
  });
});
