import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: {
    alias: {
      "@": fileURLToPath(new URL(".", import.meta.url)),
      // Its only purpose is to fail outside of a React server bundle.
      "server-only": fileURLToPath(new URL("./tests/server-only.ts", import.meta.url)),
    },
  },
  test: {
    // A page costs a second for each file: only *.test.tsx get one.
    projects: [
      { extends: true, test: { name: "logic", include: ["**/*.test.ts"], environment: "node" } },
      {
        extends: true,
        test: { name: "components", include: ["**/*.test.tsx"], environment: "jsdom", setupFiles: ["./tests/setup.ts"] },
      },
    ],
    exclude: ["e2e/**", "node_modules/**", ".next/**"],
    maxWorkers: 2,
    testTimeout: 60_000,
    // What the tests expect must not depend on where they run.
    env: { TZ: "Pacific/Auckland" },
    restoreMocks: true,
  },
});
