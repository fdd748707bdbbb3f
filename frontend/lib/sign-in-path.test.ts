import { describe, expect, it } from "vitest";
import { otherWay, safeNext, signInPath } from "./sign-in-path";

describe("signInPath", () => {
  it("keeps the wanted address", () => {
    expect(signInPath("/projects/7?a=b&c", false)).toBe("/sign-in?next=%2Fprojects%2F7%3Fa%3Db%26c");
  });

  it("says nothing of home, and why when a session has ended", () => {
    expect(signInPath("/today", false)).toBe("/sign-in");
    expect(signInPath("/today", true)).toBe("/sign-in?reason=expired");
  });

  it("comes back to the same place", () => {
    const query = new URLSearchParams(signInPath("/projects/7?a=b&c", true).split("?")[1]);
    expect(safeNext(query.get("next") ?? "")).toBe("/projects/7?a=b&c");
  });
});

describe("otherWay", () => {
  it("takes what is wanted along", () => {
    expect(otherWay("/sign-up", undefined)).toBe("/sign-up");
    expect(otherWay("/sign-in", "/projects/7?a=b&c")).toBe("/sign-in?next=%2Fprojects%2F7%3Fa%3Db%26c");
  });
});

describe("safeNext", () => {
  it.each([
    [undefined],
    [""],
    ["inbox"],
    ["https://elsewhere.example/"],
    ["//elsewhere.example"],
    ["/\\elsewhere.example"],
    ["/\t/elsewhere.example"],
    ["/..//elsewhere.example"],
    ["javascript:alert(1)"],
  ])("leads home instead of to %j", (wanted) => {
    expect(safeNext(wanted)).toBe("/today");
  });
});
