import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Bundling, inFewFiles } from "./chunks";

interface Group {
  chunks: (chunk: { name?: string }) => boolean;
  test: (module: object, context: object) => boolean;
}

interface Splitting {
  cacheGroups: Record<"root" | "app", Group>;
}

function bundling(options: { isServer: boolean; dev: boolean }): Bundling {
  return inFewFiles({ optimization: {}, resolve: { alias: {} }, module: { rules: [] } }, options);
}

function group(name: "root" | "app"): Group {
  return (bundling({ isServer: false, dev: false }).optimization.splitChunks as Splitting).cacheGroups[name];
}

/** Whether the group takes a module that these chunks need. */
function takes(name: "root" | "app", ...chunks: string[]): boolean {
  const chunkGraph = { getModuleChunksIterable: () => chunks.map((chunk) => ({ name: chunk })) };
  return group(name).test({}, { chunkGraph });
}

describe("inFewFiles", () => {
  it("leaves the server and the development server as they are", () => {
    for (const options of [
      { isServer: true, dev: false },
      { isServer: false, dev: true },
    ]) {
      expect(bundling(options)).toEqual({ optimization: {}, resolve: { alias: {} }, module: { rules: [] } });
    }
  });

  it("puts what every page needs into one file, whoever needs it besides", () => {
    expect(takes("root", "main-app")).toBe(true);
    expect(takes("root", "app/layout", "app/(app)/today/page")).toBe(true);
    expect(takes("root", "app/not-found", "app/(app)/not-found", "app/(app)/layout")).toBe(true);
    expect(takes("root", "app/(app)/layout", "app/(auth)/sign-in/page")).toBe(false);
  });

  it("puts the frame and the first page into another, and nothing of the other pages alone", () => {
    expect(takes("app", "app/(app)/layout")).toBe(true);
    expect(takes("app", "app/(app)/today/page", "app/(app)/upcoming/page")).toBe(true);
    expect(takes("app", "app/(app)/upcoming/page", "app/(app)/inbox/page")).toBe(false);
  });

  it("shares the frame with nobody who isn't signed in, and neither with parts that come later", () => {
    expect(group("app").chunks({ name: "app/(app)/settings/page" })).toBe(true);
    expect(group("app").chunks({ name: "app/(auth)/sign-in/page" })).toBe(false);
    expect(group("root").chunks({ name: "app/(auth)/sign-in/page" })).toBe(true);
    expect(group("root").chunks({})).toBe(false);
  });

  it("brings nothing along for browsers that can't show the app", () => {
    const { alias } = bundling({ isServer: false, dev: false }).resolve;
    expect(alias["../build/polyfills/polyfill-module"]).toBe(false);
  });

  it("has as much of a process as is asked for in browsers: an environment with nothing in it, and no place for errors", async () => {
    const { alias } = bundling({ isServer: false, dev: false }).resolve;
    expect({ ...((await import(String(alias["next/dist/compiled/process"]))) as object) }).toEqual({ env: {} });
  });

  it("leaves out the looks of a page that has others, and nothing that this page asks them for", async () => {
    const { alias } = bundling({ isServer: false, dev: false }).resolve;
    const left = (await import(String(alias["./error-styles"]))) as object;
    const looks = join(import.meta.dirname, "..", "node_modules/next/dist/client/components/builtin/error-styles.js");
    expect(Object.keys(left).sort()).toEqual(Object.keys((await import(looks)) as object).filter((key) => !/default|module|esm/i.test(key)).sort());
  });
});
