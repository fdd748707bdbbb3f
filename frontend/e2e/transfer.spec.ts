// Bringing a file in and taking everything out, with a mouse, with a finger and with keys alone.
import { readFile } from "node:fs/promises";
import { type Page, devices } from "@playwright/test";
import { violations } from "./support/axe";
import { toast, undoFromToast } from "./support/app";
import { chooseAfter } from "./support/files";
import { expect, ready, test, withoutStream } from "./support/test";

const TABLE = [
  "TYPE,CONTENT,DESCRIPTION,PRIORITY,INDENT,DATE,DATE_LANG",
  "task,Plan the garden @outside,,1,1,2031-03-01,en",
  "task,Buy seeds,,4,2,jeden Montag um 9 Uhr,de",
  "task,Water them,,4,2,once the moon is blue,en",
].join("\n");

async function openSettings(page: Page): Promise<void> {
  await page.goto("/settings");
  await ready(page);
  await expect(page.getByLabel("Choose a file, or drop it here")).toBeAttached();
}

async function choose(page: Page, name: string, content: string): Promise<void> {
  const buffer = Buffer.from(content);
  await page.getByLabel("Choose a file, or drop it here").setInputFiles({ name, mimeType: "text/csv", buffer });
}

async function titles(page: Page): Promise<string[]> {
  const response = await page.request.get("/api/tasks");
  return ((await response.json()) as { items: { title: string }[] }).items.map(({ title }) => title);
}

test("a file is looked at, imported, and taken back", async ({ page, account }) => {
  expect(account.email).toContain("@");
  await openSettings(page);
  await choose(page, "Garden.csv", TABLE);
  await expect(page.getByRole("heading", { name: "What is in Garden.csv" })).toBeFocused();
  await expect(page.getByText("3 tasks · 1 project · 1 label")).toBeVisible();
  await expect(page.getByText("Line 4: “Water them”. Its date is not understood")).toBeVisible();
  expect(await titles(page)).toEqual([]);
  await page.getByRole("button", { name: "Import" }).click();
  await expect(toast(page, "Imported 3 tasks")).toBeVisible();
  await expect(page.getByRole("navigation").getByRole("link", { name: "Garden" }).first()).toBeVisible();
  expect((await titles(page)).sort()).toEqual(["Buy seeds", "Plan the garden", "Water them"]);
  await undoFromToast(page, "Imported 3 tasks");
  await expect(toast(page, "Undone")).toBeVisible();
  expect(await titles(page)).toEqual([]);
});

test("a file that can't be read says which line to correct", async ({ page, account }) => {
  expect(account.email).toContain("@");
  await openSettings(page);
  await choose(page, "broken.csv", "Title,Priority\nFine,1\nWrong,high");
  await expect(page.getByRole("alert").filter({ hasText: "line 3: PRIORITY" })).toBeVisible();
  await choose(page, "mended.csv", "Title,Priority\nFine,1\nRight,2");
  await page.getByRole("button", { name: "Import" }).click();
  await expect(toast(page, "Imported 2 tasks")).toBeVisible();
});

test("everything is saved as a file, and comes back from it", async ({ page, account }) => {
  expect(account.email).toContain("@");
  await openSettings(page);
  await choose(page, "Garden.csv", TABLE);
  await page.getByRole("button", { name: "Import" }).click();
  await expect(toast(page, "Imported 3 tasks")).toBeVisible();
  const saving = page.waitForEvent("download");
  await page.getByRole("link", { name: "Everything (JSON)" }).click();
  const download = await saving;
  expect(download.suggestedFilename()).toMatch(/^todo-\d{4}-\d\d-\d\d\.json$/);
  const text = await readFile(await download.path(), "utf8");
  await choose(page, download.suggestedFilename(), text);
  await expect(page.getByText("3 tasks · 1 project · 1 label")).toBeVisible();
});

test("keys alone do it", async ({ page, account }) => {
  expect(account.email).toContain("@");
  await openSettings(page);
  const field = page.getByLabel("Choose a file, or drop it here");
  await field.focus();
  const garden = { name: "Garden.csv", mimeType: "text/csv", buffer: Buffer.from(TABLE) };
  await chooseAfter(page, () => page.keyboard.press("Enter"), garden);
  await expect(page.getByRole("heading", { name: "What is in Garden.csv" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Import" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(toast(page, "Imported 3 tasks")).toBeVisible();
});

for (const scheme of ["light", "dark"] as const) {
  test(`a preview is accessible, ${scheme}, at a desk and on a phone`, async ({ page, account }) => {
    expect(account.email).toContain("@");
    await withoutStream(page);
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    for (const viewport of [{ width: 1280, height: 900 }, devices["iPhone 13"].viewport]) {
      await page.setViewportSize(viewport);
      await openSettings(page);
      await choose(page, "Garden.csv", TABLE);
      await expect(page.getByRole("button", { name: "Import" })).toBeVisible();
      expect(await violations(page)).toEqual([]);
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
      expect(sideways).toBe(false);
    }
  });
}
