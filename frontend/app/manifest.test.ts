import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import manifest from "./manifest";

const root = join(import.meta.dirname, "..");
const { icons = [], screenshots = [] } = manifest();

/** Where a file of the site lies in the sources. */
function fileOf(src: string): string {
  return [join(root, "public", src), join(root, "app", src)].find((path) => existsSync(path)) ?? "";
}

/** Width and height as the file itself has them, of the kinds that are used here. */
function sizeOf(file: Buffer): string {
  if (file.toString("latin1", 1, 4) === "PNG") return `${file.readUInt32BE(16)}x${file.readUInt32BE(20)}`;
  // Extended WebP, as browsers make it of a canvas: both sizes less one, in three bytes.
  expect(file.toString("latin1", 8, 16)).toBe("WEBPVP8X");
  return `${file.readUIntLE(24, 3) + 1}x${file.readUIntLE(27, 3) + 1}`;
}

describe("manifest", () => {
  it.each([...icons, ...screenshots])("has $src, as large as it says", ({ src, sizes = "" }) => {
    const path = fileOf(src);
    expect(path).not.toBe("");
    if (!src.endsWith(".svg")) expect(sizeOf(readFileSync(path))).toBe(sizes);
  });

  it("has what it takes to be installed: an icon of 192 and of 512 pixels, one that may be cut round, pictures for both widths", () => {
    expect(icons.map(({ sizes }) => sizes)).toEqual(expect.arrayContaining(["192x192", "512x512"]));
    expect(icons.some(({ purpose }) => purpose === "maskable")).toBe(true);
    expect(screenshots.map(({ form_factor }) => form_factor)).toEqual(["wide", "narrow"]);
  });
});
