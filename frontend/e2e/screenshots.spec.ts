// Pictures of the app, for the README and for looking at. Only made when SCREENSHOTS names a folder for them.
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { fillWithSample } from "./support/sample";
import { expect, ready, register, test } from "./support/test";

const folder = process.env.SCREENSHOTS ?? "";
const DEVICES = {
  desktop: { viewport: { width: 1440, height: 900 }, deviceScaleFactor: 2 },
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
};
const THEMES = ["light", "dark"] as const;

test.skip(folder === "", "SCREENSHOTS is not set");

for (const [device, options] of Object.entries(DEVICES)) {
  for (const theme of THEMES) {
    test(`${device}, ${theme}`, async ({ browser, baseURL }) => {
      const context = await browser.newContext({ ...options, baseURL, colorScheme: theme, reducedMotion: "reduce" });
      const page = await context.newPage();
      const take = picture(page, `${device}-${theme}`);
      await page.goto("/sign-in");
      await take("sign-in");
      await register(page, { email: `ada.${Date.now()}.${device}.${theme}@example.com`, password: "correct horse", name: "Ada" });
      await page.goto("/today");
      await ready(page);
      await take("empty");
      const project = await fillWithSample(page);
      await takePages(page, project, take);
      await takeDialogs(page, device === "phone", take);
      await context.close();
    });
  }
}

type Take = (name: string) => Promise<void>;

function picture(page: Page, suffix: string): Take {
  return async (name) => {
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: join(folder, `${name}-${suffix}.png`) });
  };
}

async function takePages(page: Page, project: string, take: Take): Promise<void> {
  for (const [name, path] of Object.entries({
    upcoming: "/upcoming",
    inbox: "/inbox",
    settings: "/settings",
    "not-found": "/nowhere",
    project: `/projects/${project}`,
  })) {
    await page.goto(path);
    if (name !== "not-found") await ready(page);
    await take(name);
  }
  await page.getByRole("button", { name: "Show completed" }).click();
  await expect(page.getByText("Draw the floor plan")).toBeVisible();
  await take("completed");
}

async function takeDialogs(page: Page, phone: boolean, take: Take): Promise<void> {
  await page.goto("/today");
  await ready(page);
  if (phone) await page.getByRole("button", { name: "Assistant" }).click();
  await ask(page, "What is due tomorrow?");
  await ask(page, "Add call the landlord on Friday at 10:00 p2");
  await ask(page, "complete water the plants");
  await take(phone ? "chat" : "today");
  if (phone) {
    await page.getByRole("button", { name: "Close assistant" }).click();
    await take("today");
  }
  await page.getByRole("button", { name: "Add task" }).first().click();
  await page.getByRole("textbox", { name: "Task, in your own words" }).fill("Pay rent tomorrow at 5pm p1");
  await expect(page.getByRole("dialog").getByText("Priority 1")).toBeVisible();
  await take("quick-add");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Review the new navigation" }).first().click();
  await expect(page.getByRole("textbox", { name: "Title" })).toBeVisible();
  await take("edit");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill("paint");
  await expect(page.getByRole("option", { name: "Choose between matt and satin paint" })).toBeVisible();
  await take("palette");
  await page.keyboard.press("Escape");
  if (phone) await takeMenu(page, take);
  else await takeShortcuts(page, take);
}

async function takeMenu(page: Page, take: Take): Promise<void> {
  await page.getByRole("button", { name: "Menu" }).click();
  await take("menu");
}

async function takeShortcuts(page: Page, take: Take): Promise<void> {
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
  await take("shortcuts");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "New project" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("Balcony garden");
  await take("new-project");
}

async function ask(page: Page, message: string): Promise<void> {
  const composer = page.getByRole("textbox", { name: "Message to the assistant" });
  await composer.fill(message);
  await composer.press("Enter");
  await expect(page.getByRole("button", { name: "Send", exact: true })).toBeVisible();
  await expect(page.getByRole("log")).toHaveAttribute("aria-busy", "false");
}
