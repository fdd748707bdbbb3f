// The assistant on a phone: suggestions, trying again, stopping, earlier conversations, the page.
import { answeredBy } from "./support/answered-by";
import { composer, say, taskRow, toolCard } from "./support/app";
import { bar, list, open, PHONE, pick, sound, test } from "./support/phone";
import { addTask, dayFromToday, expect, live } from "./support/test";
import type { Page } from "@playwright/test";

test.use(PHONE);

test.beforeEach(async ({ page, account }) => {
  expect(account.email).toContain("@");
  for (const title of ["Pay rent", "Water the plants"]) await addTask(page, { title, due_date: dayFromToday(-2) });
  await open(page, "/today");
  await live(page);
  await bar(page, "Assistant").tap();
  await expect(composer(page)).toBeVisible();
});

const log = (page: Page) => page.getByRole("log", { name: "Conversation" });

test("a suggestion is taken, its answer tried again, and a change undone on its card", async ({ page }) => {
  await sound(page, "suggestions");
  await list(page, "Suggestions").getByRole("button").filter({ hasText: "overdue" }).first().tap();
  await expect(log(page)).toContainText("Pay rent");
  await expect(log(page)).toHaveAttribute("aria-busy", "false");
  await log(page).getByRole("button", { name: "Try again" }).tap();
  await expect(log(page)).toHaveAttribute("aria-busy", "false");
  await expect(log(page).getByText(/^You said:/)).toHaveCount(1);
  await say(page, "complete pay rent");
  const card = toolCard(page, "Completed 1 task");
  await card.getByRole("button", { name: "Undo" }).tap();
  await expect(card.getByText("Undone")).toBeVisible();
  await page.getByRole("button", { name: "Close assistant" }).tap();
  await expect(taskRow(page, "Pay rent")).toBeVisible();
});

test("what is not wanted is not done", async ({ page }) => {
  await say(page, "delete pay rent");
  await log(page).getByRole("button", { name: "Don’t" }).tap();
  await expect(log(page).getByText("Not done", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Close assistant" }).tap();
  await expect(taskRow(page, "Pay rent")).toBeVisible();
});

test("a message is sent with its button, and the answer stopped", async ({ page }) => {
  const held = Promise.withResolvers<undefined>();
  await page.route("**/api/chat", async (route) => {
    await held.promise;
    await route.abort();
  });
  await composer(page).fill("what is due today?");
  await page.getByRole("button", { name: "Send", exact: true }).tap();
  await expect(log(page)).toContainText("Thinking");
  await page.getByRole("button", { name: "Stop" }).tap();
  await expect(log(page)).toContainText("Stopped");
  held.resolve(undefined);
});

test("earlier conversations are found, renamed, opened and deleted", async ({ page }) => {
  await say(page, "what is overdue?");
  await page.getByRole("button", { name: "New conversation" }).tap();
  await say(page, "what is due tomorrow?");
  await page.getByRole("button", { name: "Conversations" }).tap();
  await page.getByRole("searchbox", { name: "Search conversations" }).fill("overdue");
  const rows = list(page, "Conversations").getByRole("listitem");
  await expect(rows).toHaveCount(1);
  await sound(page, "conversations");
  await pick(page, "Options for", "Rename");
  await page.getByRole("textbox", { name: "New title" }).fill("Late things");
  await rows.getByRole("button", { name: "Save" }).tap();
  await rows.getByRole("button", { name: /^Late things/ }).tap();
  await expect(log(page)).toContainText("what is overdue?");
  await page.getByRole("button", { name: "Conversations" }).tap();
  await pick(page, "Options for “Late things”", "Delete");
  await page.getByRole("button", { name: "Delete", exact: true }).tap();
  await expect(rows).toHaveCount(1);
});

test("the conversation goes on as a page, which tells who answers", async ({ page }) => {
  await say(page, "what is overdue?");
  await page.getByRole("button", { name: "Open as a page" }).tap();
  await expect(page).toHaveURL(/\/assistant$/);
  await expect(log(page)).toContainText("what is overdue?");
  await expect(page.getByText("The built-in assistant answers.")).toBeVisible();
  await say(page, "what is due tomorrow?");
  await sound(page, "assistant as a page");
});

test("which model answers, and what it has cost, fits below what one writes", async ({ page }) => {
  await answeredBy(page, "qwen3-30b-a3b-instruct-2507-a-name-that-does-not-end");
  await open(page, "/assistant");
  await expect(page.getByText(/^qwen3-30b.* answers\. 1,234 of 50,000 tokens today\.$/)).toBeInViewport();
  await say(page, "what is overdue?");
  await expect(log(page).getByText(/^qwen3-30b.*, 321 tokens$/)).toBeInViewport();
  await sound(page, "a model's answer");
  await log(page).getByRole("button", { name: "Try again" }).tap();
  await expect(log(page)).toHaveAttribute("aria-busy", "false");
  await expect(log(page).getByText(/^qwen3-30b.*, 321 tokens$/)).toHaveCount(1);
});

test("that the model is not there is told, and who answers instead", async ({ page }) => {
  await answeredBy(page, "qwen3", "model-quota");
  await say(page, "what is overdue?");
  await expect(log(page).getByRole("status")).toHaveText("The model’s quota is used up. The built-in assistant answers instead.");
});
