// Puts what Next.js leaves to a CDN (static files, public/) where the standalone server serves it from.
import { cp, rm } from "node:fs/promises";
import { existsSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const standalone = join(root, ".next", "standalone");

async function replace(from, to) {
  await rm(to, { recursive: true, force: true });
  if (existsSync(from)) await cp(from, to, { recursive: true });
}

await replace(join(root, ".next", "static"), join(standalone, ".next", "static"));
await replace(join(root, "public"), join(standalone, "public"));
