// Journeys by keys alone: a press of a pointer anywhere makes the test fail, and so does a focus that is lost.
import type { Locator, Page } from "@playwright/test";
import { pressesOf } from "./presses";
import { expect, live, ready, test as base } from "./test";

export const test = base.extend<{ noPointer: undefined }>({
  noPointer: [
    async ({ page }, use) => {
      const presses = await pressesOf(page);
      await page.addInitScript(() => {
        // Signing in leads into the app as any link leads to a page.
        document.addEventListener("focusin", () => {
          if (document.getElementById("page") !== null) document.documentElement.dataset.hadFocus = "";
        });
      });
      await use(undefined);
      await somebodyHasFocus(page);
      expect(presses).toEqual([]);
    },
    { auto: true },
  ],
});

export const main = (page: Page): Locator => page.getByRole("main");
export const list = (page: Page, name: string): Locator => page.getByRole("list", { name, exact: true });
export const title = (page: Page, name: string): Locator => main(page).getByRole("button", { name, exact: true });

/** Who looks after a focus that is lost comes with what hears of changes elsewhere. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await ready(page);
  await live(page);
}

/** Once anything has had the focus on a page, it never ends with nobody. */
export async function somebodyHasFocus(page: Page): Promise<void> {
  const lost = page.locator("html[data-had-focus] body:focus, html[data-had-focus]:not(:has(:focus))");
  await expect(lost, "nobody has the focus").toHaveCount(0);
}

/** Presses Tab until this has the focus. */
export async function tabTo(page: Page, target: Locator, key = "Tab"): Promise<void> {
  await expect(target.first()).toBeVisible();
  await expect(target.first()).toBeEnabled();
  await somebodyHasFocus(page);
  for (let presses = 0; presses < 80; presses += 1) {
    if (await target.first().evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not come to it`);
}

/** Comes to something with Tab, and presses Enter on it. */
export async function press(page: Page, target: Locator, key = "Tab"): Promise<void> {
  await tabTo(page, target, key);
  await page.keyboard.press("Enter");
}

/** Opens a menu and takes the item of this name. */
export async function pick(page: Page, menu: Locator, item: string): Promise<void> {
  await press(page, menu);
  await press(page, page.getByRole("menuitem", { name: item }), "ArrowDown");
}

/** Comes to a field with Tab and writes, in place of what stands there. */
export async function write(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.press("Control+a");
  await page.keyboard.type(text);
}

/** By the palette, as one who keeps the hands on the keys would go. */
export async function go(page: Page, words: string): Promise<void> {
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog", { name: "Command palette" });
  const field = palette.getByRole("combobox");
  await expect(field).toBeFocused();
  await page.keyboard.type(words);
  await expect(palette.getByRole("option", { selected: true })).toContainText(new RegExp(words, "i"));
  await page.keyboard.press("Enter");
  await expect(field).toBeHidden();
}
