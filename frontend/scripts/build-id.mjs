// Prints a name for the build after its sources: the same sources have the same name wherever they are built.
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";

const root = join(import.meta.dirname, "..");
const NOT_SOURCES = new Set(["node_modules", ".next", "next-env.d.ts"]);
const LENGTH = 20;

const entries = await readdir(root, { withFileTypes: true });
const kept = entries.filter(({ name }) => !NOT_SOURCES.has(name) && !name.endsWith(".tsbuildinfo"));
const files = await Promise.all(kept.map(filesOf));
const hash = createHash("sha256");
for (const file of files.flat().sort()) hash.update(`${file}\0`).update(await readFile(join(root, file)));
process.stdout.write(hash.digest("hex").slice(0, LENGTH));

async function filesOf(entry) {
  const path = join(root, entry.name);
  if (!entry.isDirectory()) return [entry.name];
  const inside = await readdir(path, { withFileTypes: true, recursive: true });
  return inside.filter((one) => one.isFile()).map((one) => relative(root, join(one.parentPath, one.name)));
}
