// A finger, as the browser itself sees it: Chromium's own touch events, since Playwright can only tap.
import { expect, type Locator, type Page } from "@playwright/test";

interface Point {
  x: number;
  y: number;
}

async function touch(page: Page): Promise<{ down: (at: Point) => Promise<void>; move: (at: Point) => Promise<void>; up: () => Promise<void> }> {
  const session = await page.context().newCDPSession(page);
  const send = async (type: "touchStart" | "touchMove" | "touchEnd", touchPoints: Point[]): Promise<void> => {
    await session.send("Input.dispatchTouchEvent", { type, touchPoints });
  };
  return {
    down: (at) => send("touchStart", [at]),
    move: (at) => send("touchMove", [at]),
    up: () => send("touchEnd", []),
  };
}

async function pointIn(locator: Locator, dx: number, dy: number): Promise<Point> {
  const box = await locator.boundingBox();
  if (box === null) throw new Error("it is not there");
  return { x: box.x + Math.min(dx, box.width / 2), y: box.y + Math.min(dy, box.height / 2) };
}

const lifted = (page: Page): Locator => page.locator("[data-lifted]");

/** Holds something until it comes along, and lets it go over the upper edge of something else. */
export async function dragByFinger(page: Page, from: Locator, to: Locator): Promise<void> {
  const finger = await touch(page);
  const start = await pointIn(from, 40, 12);
  const end = await pointIn(to, 40, 4);
  await finger.down(start);
  await expect(lifted(page)).toBeAttached();
  for (let step = 1; step <= 5; step += 1) {
    await finger.move({ x: start.x + ((end.x - start.x) * step) / 5, y: start.y + ((end.y - start.y) * step) / 5 });
  }
  await finger.up();
}

/** Holds something still, and lets it go: once it is lifted, or where it is no more than selected, once it is that. */
export async function hold(page: Page, what: Locator, until: "lifts" | "selects" = "lifts"): Promise<void> {
  const finger = await touch(page);
  await finger.down(await pointIn(what, 40, 12));
  await expect(until === "lifts" ? lifted(page) : page.getByRole("toolbar")).toBeAttached();
  await finger.up();
}

/** A finger that moves at once scrolls, and takes nothing along. */
export async function swipe(page: Page, from: Locator, by: number): Promise<void> {
  const finger = await touch(page);
  const start = await pointIn(from, 40, 12);
  await finger.down(start);
  for (let step = 1; step <= 5; step += 1) await finger.move({ x: start.x, y: start.y + (by * step) / 5 });
  await finger.up();
}
