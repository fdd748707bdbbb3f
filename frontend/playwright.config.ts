// Browser tests against a stack that is up already; BASE_URL says where.
import { defineConfig } from "@playwright/test";
import { launchOptions } from "./e2e/support/browser";

const junit = process.env.PLAYWRIGHT_JUNIT_OUTPUT_FILE;

export default defineConfig({
  testDir: "./e2e",
  fullyParallel: true,
  forbidOnly: process.env.CI !== undefined,
  // A shared machine may stall for seconds. What passes only when tried again is reported as flaky.
  retries: process.env.CI === undefined ? 0 : 2,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: junit === undefined ? [["list"]] : [["list"], ["junit", { outputFile: junit }]],
  use: {
    baseURL: process.env.BASE_URL ?? "http://127.0.0.1:3000",
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    viewport: { width: 1440, height: 900 },
    // A trace would tell more but slows every test, failed or not, by a third.
    screenshot: "only-on-failure",
    contextOptions: { reducedMotion: "reduce" },
    launchOptions: await launchOptions(),
  },
});
