import { NextRequest } from "next/server";
import { describe, expect, it } from "vitest";
import { config, proxy } from "./proxy";

const answerTo = (path: string): Response => proxy(new NextRequest(`http://todo.example${path}`));

describe("proxy", () => {
  it("gives each answer a policy with a nonce of its own", () => {
    const [first, second] = [answerTo("/today"), answerTo("/today")].map((answer) =>
      answer.headers.get("content-security-policy"),
    );
    expect(first).toMatch(/script-src 'self' 'nonce-[\w+/=]+' 'strict-dynamic';/);
    expect(first).not.toBe(second);
  });

  it("hands the policy and the page's address on to the page", () => {
    const { headers } = answerTo("/inbox?a=b");
    expect(headers.get("x-middleware-request-content-security-policy")).toBe(headers.get("content-security-policy"));
    expect(headers.get("x-middleware-request-x-todo-path")).toBe("/inbox?a=b");
  });

  it("believes no address that a visitor makes up", () => {
    const request = new NextRequest("http://todo.example/inbox", { headers: { "x-todo-path": "//elsewhere.example" } });
    expect(proxy(request).headers.get("x-middleware-request-x-todo-path")).toBe("/inbox");
  });
});

it("leaves the API and static files alone", () => {
  const matches = (path: string): boolean => config.matcher.some((pattern) => new RegExp(`^${pattern}$`).test(path));
  expect(["/", "/today", "/projects/1", "/sign-in"].map(matches)).toEqual([true, true, true, true]);
  expect(["/api/chat", "/_next/static/chunks/a.js", "/icon.svg"].map(matches)).toEqual([false, false, false]);
});
