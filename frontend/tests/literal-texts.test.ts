import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { literalTexts } from "./literal-texts";

const ROOT = join(import.meta.dirname, "..");

it("components hold no text of their own", () => {
  const files = globSync("{app,components,features}/**/*.tsx", { cwd: ROOT }).filter((file) => !file.includes(".test."));
  expect(files.length).toBeGreaterThan(40);
  expect(files.flatMap((file) => literalTexts(file, readFileSync(join(ROOT, file), "utf8")))).toEqual([]);
});

it("finds words between tags and in what is read aloud", () => {
  const source = `const a = <p title="Hint" className="x">Two {b} words<img alt={"Cat"} /></p>;`;
  expect(literalTexts("a.tsx", source)).toEqual(["a.tsx:1 Hint", "a.tsx:1 Two", "a.tsx:1 words", "a.tsx:1 Cat"]);
});

it("passes over keys, signs, and what comes from the catalogue", () => {
  const source = `const a = <p title={t("x")} id="name"><Kbd>Esc</Kbd>{t("y")} · </p>;`;
  expect(literalTexts("a.tsx", source)).toEqual([]);
});
