// Which scripts the web app is delivered in: few large files, since what is alike compresses best side by side.
import { join } from "node:path";

interface Chunk {
  name?: string | null;
}

interface ChunkGraph {
  getModuleChunksIterable: (module: object) => Iterable<Chunk>;
}

/** What of webpack's configuration is set here. */
export interface Bundling {
  optimization: { splitChunks?: unknown };
  resolve: { alias: Record<string, string | false> };
  module: { rules: unknown[] };
}

/** A fifth of what Next.js brings into browsers is CommonJS, and neither needed nor easy to compress. */
const NEXT_AS_MODULES = {
  test: /[\\/]node_modules[\\/]next[\\/]dist[\\/](?!compiled[\\/]|esm[\\/]).*\.js$/,
  // After the compiler, which would make CommonJS of them again by their names.
  enforce: "post",
  use: join(import.meta.dirname, "next-modules.mjs"),
};

const SIGNED_IN = "app/(app)/";
// With what stands in place of a page that fails or isn't there, which each page brings along.
const EVERYWHERE = ["main-app", "app/layout", "app/error", "app/global-error", "app/not-found"];
// The frame around all pages, and the page that people open first.
const FIRST = [`${SIGNED_IN}layout`, `${SIGNED_IN}today/page`];

/** One file of all that the chunks of `needing` have in them, for every chunk whose name `sharing` accepts. */
function oneFile(name: string, priority: number, needing: readonly string[], sharing: (chunk: string) => boolean): object {
  return {
    name,
    priority,
    enforce: true,
    chunks: (chunk: Chunk) => sharing(chunk.name ?? ""),
    test: (module: object, { chunkGraph }: { chunkGraph: ChunkGraph }) =>
      [...chunkGraph.getModuleChunksIterable(module)].some((chunk) => needing.includes(chunk.name ?? "")),
  };
}

/** One file for every page, and one for those of people who are signed in: a tenth smaller than a dozen each. */
export function inFewFiles(config: Bundling, { isServer, dev }: { isServer: boolean; dev: boolean }): Bundling {
  if (isServer || dev) return config;
  // For browsers that are too old to show the app (package.json says which ones do).
  config.resolve.alias["../build/polyfills/polyfill-module"] = false;
  config.resolve.alias["next/dist/compiled/process"] = join(import.meta.dirname, "no-process.mjs");
  config.resolve.alias["./error-styles"] = join(import.meta.dirname, "no-error-styles.mjs");
  config.resolve.alias["../createLucideIcon.mjs"] = join(import.meta.dirname, "plain-icon.mjs");
  config.module.rules.push(NEXT_AS_MODULES);
  config.optimization.splitChunks = {
    chunks: "all",
    minSize: 10_000,
    cacheGroups: {
      default: { minChunks: 2, reuseExistingChunk: true },
      defaultVendors: false,
      root: oneFile("root", 50, EVERYWHERE, (chunk) => chunk === "main-app" || chunk.startsWith("app/")),
      app: oneFile("app", 40, FIRST, (chunk) => chunk.startsWith(SIGNED_IN)),
    },
  };
  return config;
}
