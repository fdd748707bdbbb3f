// Figures for people to read: they depend on the machine, so that tests bound them loosely or not at all.
import { Console } from "node:console";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "@playwright/test";

export type Row = Record<string, string | number>;

/** Prints a table, and leaves it as `NAME.json` among the results of the tests. */
export async function report(name: string, rows: readonly Row[]): Promise<void> {
  const screen = new Console(process.stdout);
  screen.log(`\n${name}`);
  screen.table(rows);
  const folder = join(test.info().project.outputDir, "figures");
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${name}.json`), `${JSON.stringify(rows, null, 2)}\n`);
}

/** Of an odd number of values the one in the middle, else the mean of the two. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [below = NaN, above = NaN] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[middle]];
  return (below + above) / 2;
}
