import { join } from "node:path";
import { describe, expect, it } from "vitest";
import load, { moduleFormOf } from "./next-modules.mjs";

const DIST = join(import.meta.dirname, "..", "node_modules", "next", "dist");

interface Loaded {
  text: string;
  watched: string[];
}

/** What webpack gets of a file. */
function loaded(path: string, source: string): Promise<Loaded> {
  return new Promise((resolve, reject) => {
    const watched: string[] = [];
    const done = (error: Error | null, text = ""): void => (error ? reject(error) : resolve({ text, watched }));
    const context = { resourcePath: path, async: () => done, addDependency: (file: string) => void watched.push(file) };
    load.call(context, source, undefined);
  });
}

describe("moduleFormOf", () => {
  it("is the file of the same name among the modules, on every system", () => {
    expect(moduleFormOf(join(DIST, "client", "components", "app-router.js"))).toBe(
      join(DIST, "esm", "client", "components", "app-router.js"),
    );
  });

  it.each([
    ["compiled", "react-dom", "index.js"],
    ["esm", "client", "components", "app-router.js"],
    ["client", "components", "no-such-part.js"],
  ])("there is none of %s/%s/%s", (...path) => {
    expect(moduleFormOf(join(DIST, ...path))).toBeNull();
  });

  it("leaves the app's own files alone", () => {
    expect(moduleFormOf(import.meta.filename)).toBeNull();
  });
});

describe("load", () => {
  it("hands out the module, and follows its changes", async () => {
    const path = join(DIST, "client", "components", "layout-router.js");
    const { text, watched } = await loaded(path, "exports.default = 1;");
    expect(text).toMatch(/^'use client';\nimport /);
    expect(text).toContain("export default function OuterLayoutRouter");
    expect(watched).toEqual([moduleFormOf(path)]);
  });

  it("hands on as it is what has no other form", async () => {
    expect(await loaded("/app/page.js", "exports.default = 1;")).toEqual({ text: "exports.default = 1;", watched: [] });
  });
});
