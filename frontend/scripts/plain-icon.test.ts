import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as lucide from "lucide-react";
import { createElement, type FunctionComponent, type SVGProps } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import createLucideIcon from "./plain-icon.mjs";

type Given = SVGProps<SVGSVGElement>;
interface Data {
  name: string;
  node: [string, Record<string, string>][];
}

const ROOT = join(import.meta.dirname, "..");
const library = lucide as unknown as Record<string, FunctionComponent<Given>>;

function sourcesOf(folder: string): string[] {
  const names = readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" });
  return names.filter((name) => /(?<!\.test)\.tsx?$/.test(name)).map((name) => readFileSync(join(ROOT, folder, name), "utf8"));
}

const SOURCES = ["app", "components", "features", "lib"].flatMap(sourcesOf);
const IMPORTS = SOURCES.flatMap((source) => [...source.matchAll(/import \{([^}]+)\} from "lucide-react"/g)].map(([, names]) => names ?? ""));
const USED = [...new Set(IMPORTS.flatMap((names) => names.split(",")).map((name) => name.trim()))].filter(
  (name) => name !== "" && !name.startsWith("type "),
);

const ICONS = join(ROOT, "node_modules/lucide-react/dist/esm/icons");

/** Of an icon, whose file may only say by which name it goes now. */
async function dataOf(name: string): Promise<Data> {
  const usual = name.replaceAll(/(?<=[a-z])(?=[A-Z0-9])|(?<=[A-Z])(?=[A-Z][a-z])/g, "-").toLowerCase();
  const [, now] = /from '\.\/([\w-]+)\.mjs'/.exec(readFileSync(join(ICONS, `${usual}.mjs`), "utf8")) ?? [];
  const { __iconData } = (await import(/* @vite-ignore */ join(ICONS, `${now ?? usual}.mjs`))) as { __iconData: Data };
  return __iconData;
}

describe("icons", () => {
  it("are used", () => expect(USED.length).toBeGreaterThan(30));

  it.each(USED)("%s is the element that the library makes", async (name) => {
    const Plain = createLucideIcon(await dataOf(name)) as FunctionComponent<Given>;
    const Whole = library[name];
    if (Whole === undefined) throw new Error(`lucide has no ${name}`);
    const given: Given[] = [{}, { className: "size-4 text-ink" }, { "aria-hidden": true, className: "size-5" }];
    given.push({ role: "img", "aria-label": "Repeats" }, { "aria-label": "x", className: "a b" });
    for (const properties of given) {
      const [ours, theirs] = [Plain, Whole].map((Icon) => renderToStaticMarkup(createElement(Icon, properties)));
      expect(ours).toBe(theirs);
    }
  });
});
