// Puts what Next.js leaves to a CDN (static files, public/) where the standalone server serves it from, and compresses it:
// once and thoroughly here instead of hastily for every visitor.
import { cp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";

const root = join(import.meta.dirname, "..");
const standalone = join(root, ".next", "standalone");
const staticFiles = join(standalone, ".next", "static");

async function replace(from, to) {
  await rm(to, { recursive: true, force: true });
  if (existsSync(from)) await cp(from, to, { recursive: true });
}

/** Leaves a `.br` beside every script and style sheet; next.config.ts serves it. */
async function compress(folder) {
  const files = await readdir(folder, { recursive: true });
  for (const file of files.filter((name) => /\.(js|css)$/.test(name))) {
    const content = await readFile(join(folder, file));
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    };
    await writeFile(join(folder, `${file}.br`), await promisify(brotliCompress)(content, { params }));
  }
}

await replace(join(root, ".next", "static"), staticFiles);
await replace(join(root, "public"), join(standalone, "public"));
await compress(staticFiles);
