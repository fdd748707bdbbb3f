// A phone: taps and a finger, no mouse, no keyboard shortcut, nothing wider than the screen.
import type { Locator, Page } from "@playwright/test";
import { toast } from "./app";
import { violations } from "./axe";
import { pressesOf } from "./presses";
import { dayFromToday, expect, ready, test as base } from "./test";

export const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

export const test = base.extend<{ noMouse: undefined }>({
  noMouse: [
    async ({ page }, use) => {
      const presses = await pressesOf(page, "touch");
      await use(undefined);
      expect(presses).toEqual([]);
    },
    { auto: true },
  ],
});

export const main = (page: Page): Locator => page.getByRole("main");
export const bar = (page: Page, name: string): Locator => page.getByRole("navigation", { name: "Views" }).getByRole("button", { name });
export const menu = (page: Page): Locator => page.getByRole("dialog", { name: "Navigation" });
export const list = (page: Page, name: string): Locator => page.getByRole("list", { name, exact: true });
export const title = (page: Page, name: string): Locator => main(page).getByRole("button", { name, exact: true });
export const day = (page: Page, count: number): Locator => main(page).locator(`[data-drop="${dayFromToday(count)}"]`);

export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await ready(page);
}

/** Opens the menu and follows a link of it. */
export async function follow(page: Page, name: RegExp): Promise<void> {
  await bar(page, "Menu").tap();
  await menu(page).getByRole("link", { name }).first().tap();
  await expect(menu(page)).toBeHidden();
}

/** Opens a menu and takes the item of this name. */
export async function pick(page: Page, button: string, item: string): Promise<void> {
  await page.getByRole("button", { name: button }).first().tap();
  await page.getByRole("menuitem", { name: item }).tap();
}

export async function undo(page: Page, text: string): Promise<void> {
  await toast(page, text).getByRole("button", { name: "Undo" }).tap();
}

/** Nothing for axe, and nothing to scroll sideways for. */
export async function sound(page: Page, what: string): Promise<void> {
  // What is on its way has none yet.
  await expect(page.locator("h1").first()).toBeAttached();
  expect(await violations(page), what).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow, what).toBeLessThanOrEqual(0);
}
