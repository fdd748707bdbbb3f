// Which Chromium runs the tests: the one from npm where it works (Linux on x64), elsewhere Playwright's own.
import chromium from "@sparticuz/chromium";
import type { LaunchOptions } from "@playwright/test";

const QUIET = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--hide-scrollbars",
];

export async function launchOptions(): Promise<LaunchOptions> {
  // Chromium refuses to sandbox itself for root.
  const args = process.getuid?.() === 0 ? [...QUIET, "--no-sandbox"] : QUIET;
  if (process.platform !== "linux" || process.arch !== "x64") return { args };
  return { args, executablePath: await chromium.executablePath() };
}
