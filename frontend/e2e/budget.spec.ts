// What a first visit has to fetch, in bytes: those do not depend on how busy the machine is.
import type { Page } from "@playwright/test";
import { fillWithSample } from "./support/sample";
import { expect, ready, test, withoutStream } from "./support/test";

interface Script {
  path: string;
  /** As it came over the wire. */
  bytes: number;
  /** Asked for before the page answered to anything. */
  early: boolean;
}

/** All scripts that the page has fetched so far. */
function scriptsOf(page: Page): Promise<Script[]> {
  return page.evaluate(() => {
    const alive = performance.getEntriesByName("alive")[0]?.startTime ?? Infinity;
    const entries = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
    return entries
      .filter(({ name }) => new URL(name).pathname.endsWith(".js"))
      .map(({ name, encodedBodySize, startTime }) => ({
        path: new URL(name).pathname,
        bytes: encodedBodySize,
        early: startTime < alive,
      }));
  });
}

function total(scripts: readonly Script[]): number {
  return scripts.reduce((sum, { bytes }) => sum + bytes, 0);
}

test("signing in needs less than 110 kB of JavaScript in all", async ({ page }) => {
  await page.goto("/sign-in", { waitUntil: "networkidle" });
  const scripts = await scriptsOf(page);
  expect(scripts.every(({ bytes }) => bytes > 0)).toBe(true);
  test.info().annotations.push({ type: "bytes", description: String(total(scripts)) });
  expect(total(scripts)).toBeLessThan(110_000);
});

test("Today answers after 130 kB, and the rest comes when there is time", async ({ page, account }) => {
  expect(account.email).toContain("@");
  await fillWithSample(page);
  await withoutStream(page);
  await page.goto("/today", { waitUntil: "networkidle" });
  await ready(page);
  const scripts = await scriptsOf(page);
  const early = total(scripts.filter((script) => script.early));
  test.info().annotations.push({ type: "bytes", description: `${early} of ${total(scripts)}` });
  expect(early).toBeLessThan(130_000);
  expect(total(scripts)).toBeLessThan(221_000);
});

test("what was fetched once is kept, and text that browsers take compressed comes compressed", async ({ page }) => {
  await page.goto("/sign-in", { waitUntil: "networkidle" });
  // Very small ones are not worth compressing for one visitor.
  const path = (await scriptsOf(page)).toSorted((one, other) => other.bytes - one.bytes)[0]?.path ?? "";
  for (const encoding of ["br", "gzip, deflate, br;q=1.0, zstd"]) {
    const answer = await page.request.get(path, { headers: { "accept-encoding": encoding } });
    expect(answer.headers()["content-encoding"]).toBe("br");
    expect(answer.headers()["content-type"]).toMatch(/^text\/javascript/);
    expect(answer.headers()["cache-control"]).toContain("immutable");
    expect(answer.headers().vary).toMatch(/accept-encoding/i);
  }
  const plain = await page.request.get(path, { headers: { "accept-encoding": "identity" } });
  expect(plain.headers()["content-encoding"]).toBeUndefined();
  expect(plain.headers()["content-type"]).toMatch(/javascript/);
  const hasty = await page.request.get(path, { headers: { "accept-encoding": "gzip" } });
  expect(hasty.headers()["content-encoding"]).toBe("gzip");
});
