// A webpack loader: gives browsers the parts of Next.js as the ECMAScript modules that it has beside each of its CommonJS
// ones. The code is the same, but of the modules only what is used is packed, and without the wrapping of each export.
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";

/** The module form of a file of Next.js; null if it has none. */
export function moduleFormOf(path) {
  const form = path.replace(/([\\/]next[\\/]dist[\\/])(?!esm[\\/]|compiled[\\/])/, (_, dist) => `${dist}esm${dist.at(-1)}`);
  return form !== path && existsSync(form) ? form : null;
}

/** The name stays that of the CommonJS file, by which the server refers to it. */
export default function load(source, sourceMap) {
  const done = this.async();
  const form = moduleFormOf(this.resourcePath);
  if (form === null) {
    done(null, source, sourceMap);
    return;
  }
  this.addDependency(form);
  readFile(form, "utf8").then((text) => done(null, text), done);
}
