import { expect, it } from "vitest";
import * as metadata from "../.well-known/[...path]/route";
import * as everything from "./[...path]/route";
import { GET as health } from "./health/route";

it("answers for the web app itself, without the backend", async () => {
  process.env.BACKEND_URL = "http://127.0.0.1:9";
  const answer = health();
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual({ status: "ok" });
  expect(answer.headers.get("cache-control")).toBe("no-store");
  delete process.env.BACKEND_URL;
});

it("passes every method on", () => {
  for (const method of ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const) {
    expect(everything[method]).toBeTypeOf("function");
  }
});

it("passes reads of the fixed addresses on", () => {
  expect(Object.keys(metadata).toSorted()).toEqual(["GET", "HEAD", "OPTIONS", "dynamic"]);
});
