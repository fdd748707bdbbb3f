import { readFileSync } from "node:fs";
import { ListChecks } from "lucide-react";
import { describe, expect, it } from "vitest";
import { CATALOGUES, ENGLISH } from "@/tests/texts";
import { iconOf, runningKey } from "./tools";

const wirings = readFileSync(new URL("../../../backend/src/todo/mcp/tools.py", import.meta.url), "utf8");
const TOOLS = Array.from(wirings.matchAll(/^\s+_Wiring\([\w()]+\.(\w+), "/gm), ([, name]) => name ?? "");

it("is asked about every tool that the server has", () => {
  expect(TOOLS.length).toBe(wirings.match(/^\s+_Wiring\(/gm)?.length);
  expect(TOOLS).toEqual(expect.arrayContaining(["add_tasks", "overview", "undo", "fetch"]));
});

describe.each(TOOLS)("%s", (tool) => {
  it("has an icon that no other has", () => {
    expect(iconOf(tool)).not.toBe(ListChecks);
    expect(TOOLS.filter((other) => iconOf(other) === iconOf(tool))).toEqual([tool]);
  });

  it.each(Object.entries(CATALOGUES))("has words of its own in %s", (_, messages) => {
    const words = messages[runningKey(tool)];
    expect(words).toMatch(/…$/);
    expect(TOOLS.filter((other) => messages[runningKey(other)] === words)).toEqual([tool]);
    expect(words).not.toBe(messages["chat.running.other"]);
  });
});

it.each(["make_coffee", "", "toString", "constructor", "other"])("gets along with “%s”, which it does not know", (tool) => {
  expect(iconOf(tool)).toBe(ListChecks);
  expect(ENGLISH.t(runningKey(tool))).toBe("Working…");
});
