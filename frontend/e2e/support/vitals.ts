// What people feel of a page's speed, as browsers measure it themselves: https://web.dev/articles/vitals
import type { Page } from "@playwright/test";

/** In ms, but for how far the page jumped (0 to 1). */
export interface Vitals {
  /** When the first byte of the answer came, and when something was seen first. */
  answered: number;
  firstPaint: number;
  largestPaint: number;
  jumped: number;
  /** From a key or a press to the next picture, for the slowest so far. */
  slowestInput: number;
}

declare global {
  interface Window {
    vitals: Vitals;
  }
}

/** Of a laptop, about what a phone of some years ago has. */
export const SLOWDOWN = 4;

/** From the next page on. */
export async function watchVitals(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const vitals = { answered: 0, firstPaint: 0, largestPaint: 0, jumped: 0, slowestInput: 0 };
    window.vitals = vitals;
    const watch = (type: string, see: (entry: PerformanceEntry) => void): void => {
      const observer = new PerformanceObserver((seen) => seen.getEntries().forEach(see));
      observer.observe({ type, buffered: true, durationThreshold: 16 } as PerformanceObserverInit);
    };
    watch("navigation", (entry) => (vitals.answered = (entry as PerformanceNavigationTiming).responseStart));
    watch("paint", ({ name, startTime }) => {
      if (name === "first-contentful-paint") vitals.firstPaint = startTime;
    });
    watch("largest-contentful-paint", ({ startTime }) => (vitals.largestPaint = startTime));
    watch("layout-shift", (entry) => {
      const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
      if (!hadRecentInput) vitals.jumped += value;
    });
    watch("event", (entry) => {
      const { interactionId, duration } = entry as PerformanceEntry & { interactionId: number };
      if (interactionId > 0) vitals.slowestInput = Math.max(vitals.slowestInput, duration);
    });
  });
}

export async function slowDown(page: Page, rate = SLOWDOWN): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate });
}

export function vitalsOf(page: Page): Promise<Vitals> {
  return page.evaluate(() => window.vitals);
}

/** The slowest of what `act` does, told when the screen has shown all of it. */
export async function slowestInputOf(page: Page, act: () => Promise<void>): Promise<number> {
  await painted(page);
  await page.evaluate(() => void (window.vitals.slowestInput = 0));
  await act();
  await painted(page);
  return (await vitalsOf(page)).slowestInput;
}

/** Entries of events are handed out after the picture that shows what they did. */
async function painted(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(done)))),
  );
}
