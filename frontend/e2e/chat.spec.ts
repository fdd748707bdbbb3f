// The assistant beyond single questions: it asks first, can be tried again, and remembers earlier conversations.
import { composer, say, taskRow } from "./support/app";
import { fillConversation } from "./support/sample";
import { addTask, dayFromToday, expect, live, ready, test } from "./support/test";
import type { Locator, Page } from "@playwright/test";

test.beforeEach(async ({ page, account }) => {
  expect(account.email).toContain("@");
  for (const title of ["Pay rent", "Water the plants"]) await addTask(page, { title, due_date: dayFromToday(-2) });
  await page.goto("/today");
  await ready(page);
  await live(page);
});

test("deleting is asked first, also after a reload, and done only when approved", async ({ page }) => {
  await say(page, "delete pay rent");
  const card = page.getByRole("log").getByRole("region").filter({ has: page.getByRole("button", { name: "Do it" }) });
  await expect(card).toContainText("Pay rent");
  await expect(taskRow(page, "Pay rent")).toBeVisible();
  await page.reload();
  await ready(page);
  await card.getByRole("button", { name: "Do it" }).click();
  await expect(taskRow(page, "Pay rent")).toBeHidden();
  await expect(page.getByRole("log").getByText("Approved")).toBeVisible();
  await expect(taskRow(page, "Water the plants")).toBeVisible();
});

test("what is not approved is not done", async ({ page }) => {
  await say(page, "delete pay rent");
  await page.getByRole("button", { name: "Don’t" }).click();
  await expect(page.getByRole("log").getByText("Not done", { exact: true })).toBeVisible();
  await expect(taskRow(page, "Pay rent")).toBeVisible();
});

test("conversations are found again, renamed and deleted", async ({ page }) => {
  await say(page, "what is overdue?");
  await page.getByRole("button", { name: "New conversation" }).click();
  await say(page, "what is due tomorrow?");
  await page.getByRole("button", { name: "Conversations" }).click();
  const list = page.getByRole("list", { name: "Conversations" });
  await expect(list.getByRole("listitem")).toHaveCount(2);
  await page.getByRole("searchbox", { name: "Search conversations" }).fill("overdue");
  await expect(list.getByRole("listitem")).toHaveCount(1);
  await list.getByRole("button", { name: /^Options for/ }).click();
  await page.getByRole("menuitem", { name: "Rename" }).click();
  await page.getByRole("textbox", { name: "New title" }).fill("Late things");
  await page.getByRole("textbox", { name: "New title" }).press("Enter");
  await page.getByRole("searchbox", { name: "Search conversations" }).fill("");
  await list.getByRole("button", { name: /^Late things/ }).click();
  await expect(page.getByRole("log")).toContainText("what is overdue?");
  await page.getByRole("button", { name: "Conversations" }).click();
  await list.getByRole("button", { name: "Options for “Late things”" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await expect(list.getByRole("listitem")).toHaveCount(1);
});

test("the same conversation goes on as a page", async ({ page }) => {
  await say(page, "what is overdue?");
  await page.getByRole("button", { name: "Open as a page" }).click();
  await expect(page).toHaveURL(/\/assistant$/);
  await expect(page.getByRole("log")).toContainText("what is overdue?");
  await expect(composer(page)).toBeFocused();
  await say(page, "what is due tomorrow?");
  await page.goBack();
  await expect(page.getByRole("log")).toContainText("what is due tomorrow?");
});

test("an answer can be tried again and takes the place of the one before", async ({ page }) => {
  await say(page, "what is overdue?");
  await page.getByRole("log").getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("log")).toHaveAttribute("aria-busy", "false");
  await expect(page.getByRole("log").getByText("You said: what is overdue?", { exact: true })).toHaveCount(1);
});

test("suggestions fit the day, and say what they are taken for", async ({ page }) => {
  const suggestions = page.getByRole("list", { name: "Suggestions" });
  await suggestions.getByRole("button").filter({ hasText: "overdue" }).first().click();
  await expect(page.getByRole("log")).toContainText("Pay rent");
  await expect(suggestions).toBeHidden();
});

test("who answers is told, and what it has cost today", async ({ page }) => {
  await expect(page.getByText("The built-in assistant answers. It needs no model.")).toBeVisible();
  const usage = { tokens_today: 1234, token_limit: 50_000, seconds_today: 3, second_limit: null };
  await page.route("**/api/assistant", (route) => route.fulfill({ json: { model: "qwen3", usage, suggestions: [] } }));
  await page.reload();
  await ready(page);
  await expect(page.getByText("qwen3 answers. 1,234 of 50,000 tokens today.")).toBeVisible();
});

test("the page of a conversation is there before any script has come, and stays where it is", async ({ page, context, browser, baseURL }) => {
  await fillConversation(page, 6);
  // The app's worker would bring the scripts all the same.
  const without = { baseURL: baseURL ?? "", storageState: await context.storageState(), serviceWorkers: "block" } as const;
  const still = await (await browser.newContext(without)).newPage();
  await still.route("**/_next/static/**/*.js", (route) => route.abort());
  for (const one of [page, still]) await one.goto("/assistant");
  await expect(composer(page)).toBeFocused();
  const shown = still.getByRole("log", { name: "Conversation" });
  await expect(shown).toContainText("Water the plants");
  await expect(shown.getByRole("button", { name: "Try again" })).toBeDisabled();
  await expect(composer(still)).toHaveCount(0);
  for (const part of [/^You said: What is due today/, /^You said: Add Water the ferns/, /^Added 1 task/]) {
    const within = (one: Page): Locator => one.getByRole("log").getByText(part).last();
    const [before, after] = [within(still), within(page)];
    await expect(before).toBeInViewport();
    expect(await before.boundingBox(), String(part)).toEqual(await after.boundingBox());
  }
  await still.context().close();
});
