import type { NextConfig } from "next";
import { inFewFiles } from "./scripts/chunks";

const securityHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=(), browsing-topics=()" },
];

/** Browsers that say so get the files as they were compressed when they were built: a tenth to a seventh smaller than now. */
const TAKES_BROTLI = [{ type: "header" as const, key: "accept-encoding", value: "(?:.*[\\s,])?br(?:[\\s,;].*)?" }];
const COMPRESSED = { js: "text/javascript; charset=utf-8", css: "text/css; charset=utf-8" };

const compressedHeaders = Object.entries(COMPRESSED).map(([ending, type]) => ({
  source: `/_next/static/:path(.*\\.${ending})`,
  has: TAKES_BROTLI,
  headers: [
    { key: "Content-Type", value: type },
    { key: "Content-Encoding", value: "br" },
    { key: "Vary", value: "Accept-Encoding" },
  ],
}));

const compressedFiles = Object.keys(COMPRESSED).map((ending) => ({
  source: `/_next/static/:path(.*\\.${ending})`,
  has: TAKES_BROTLI,
  destination: "/_next/static/:path.br",
}));

/**
 * What Next.js packs for the server although none of it is loaded there: the image optimizer even where it is switched off,
 * and what it builds, shows errors and runs the edge with. 47 and 17 MB.
 */
const NEXT = "node_modules/next/dist";
const UNUSED_MODULES = "@img,baseline-browser-mapping,caniuse-lite,nanoid,postcss,sharp,source-map-js";
const UNUSED_PARTS =
  "@edge-runtime/primitives,@next/font,@vercel/nft,babel,babel-packages,crypto-browserify,cssnano-simple,edge-runtime,next-devtools,postcss-preset-env";
const unusedAtRunTime = [
  `node_modules/{${UNUSED_MODULES}}/**`,
  `${NEXT}/compiled/{${UNUSED_PARTS}}/**`,
  `${NEXT}/compiled/next-server/*-{turbo,experimental,turbo-experimental}.runtime.prod.js`,
  `${NEXT}/server/capsize-font-metrics.json`,
];

// The development server makes its files while they are asked for.
const production = process.env.NODE_ENV === "production";

const config: NextConfig = {
  output: "standalone",
  webpack: inFewFiles,
  // The same sources have the same name in every build, so that two images of them differ as little as can be.
  generateBuildId: () => process.env.BUILD_ID ?? null,
  outputFileTracingRoot: import.meta.dirname,
  turbopack: { root: import.meta.dirname },
  poweredByHeader: false,
  images: { unoptimized: true },
  outputFileTracingExcludes: { "*": unusedAtRunTime },
  experimental: {
    // Else everything in it that could be a part of a page comes along with the one that the server names.
    optimizePackageImports: ["@tanstack/react-query"],
    // Loading all pages first takes a third of the start, and spares a page's first visitor 30 ms of 270.
    preloadEntriesOnStart: false,
    // Pages already seen open at once; how fresh the tasks on them are is up to the query cache.
    staleTimes: { dynamic: 300 },
  },
  // By the router alone: a page that only redirects is rendered first, which costs a hundred times as much.
  redirects: () => Promise.resolve([{ source: "/", destination: "/today", permanent: false }]),
  rewrites: () => Promise.resolve({ beforeFiles: production ? compressedFiles : [], afterFiles: [], fallback: [] }),
  headers: () =>
    Promise.resolve([{ source: "/:path*", headers: securityHeaders }, ...(production ? compressedHeaders : [])]),
};

export default config;
