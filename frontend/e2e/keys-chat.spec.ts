// The assistant by keys alone: suggestions, trying again, stopping, earlier conversations, the page.
import { answeredBy } from "./support/answered-by";
import { composer, taskRow, toolCard } from "./support/app";
import { violations } from "./support/axe";
import { go, list, open, pick, press, tabTo, test, write } from "./support/keys";
import { addTask, dayFromToday, expect } from "./support/test";
import type { Page } from "@playwright/test";

test.beforeEach(async ({ page, account }) => {
  expect(account.email).toContain("@");
  for (const title of ["Pay rent", "Water the plants"]) await addTask(page, { title, due_date: dayFromToday(-2) });
  await open(page, "/today");
  await page.keyboard.press("c");
  await page.keyboard.press("c");
  await expect(composer(page)).toBeFocused();
});

const log = (page: Page) => page.getByRole("log", { name: "Conversation" });

async function say(page: Page, message: string): Promise<void> {
  await tabTo(page, composer(page));
  await page.keyboard.type(message);
  await page.keyboard.press("Enter");
  await expect(log(page).getByText(`You said: ${message}`, { exact: true }).last()).toBeVisible();
  await expect(log(page)).toHaveAttribute("aria-busy", "false");
}

test("a suggestion is taken, its answer tried again, and a change undone on its card", async ({ page }) => {
  const suggestion = list(page, "Suggestions").getByRole("button").filter({ hasText: "overdue" });
  await press(page, suggestion, "Shift+Tab");
  await expect(log(page)).toContainText("Pay rent");
  await expect(log(page)).toHaveAttribute("aria-busy", "false");
  await press(page, log(page).getByRole("button", { name: "Try again" }), "Shift+Tab");
  await expect(log(page)).toHaveAttribute("aria-busy", "false");
  await expect(log(page).getByText(/^You said:/)).toHaveCount(1);
  await say(page, "complete pay rent");
  await expect(taskRow(page, "Pay rent")).toBeHidden();
  await press(page, toolCard(page, "Completed 1 task").getByRole("button", { name: "Undo" }), "Shift+Tab");
  await expect(taskRow(page, "Pay rent")).toBeVisible();
});

test("what is not wanted is not done", async ({ page }) => {
  await say(page, "delete pay rent");
  await press(page, log(page).getByRole("button", { name: "Don’t" }), "Shift+Tab");
  await expect(log(page).getByText("Not done", { exact: true })).toBeVisible();
  await expect(taskRow(page, "Pay rent")).toBeVisible();
});

test("an answer is stopped", async ({ page }) => {
  const held = Promise.withResolvers<undefined>();
  await page.route("**/api/chat", async (route) => {
    await held.promise;
    await route.abort();
  });
  await page.keyboard.type("what is due today?");
  await page.keyboard.press("Enter");
  await expect(log(page)).toContainText("Thinking");
  await press(page, page.getByRole("button", { name: "Stop" }));
  await expect(log(page)).toContainText("Stopped");
  held.resolve(undefined);
});

test("earlier conversations are found, renamed, opened and deleted", async ({ page }) => {
  await say(page, "what is overdue?");
  await press(page, page.getByRole("button", { name: "New conversation" }), "Shift+Tab");
  await say(page, "what is due tomorrow?");
  await press(page, page.getByRole("button", { name: "Conversations" }), "Shift+Tab");
  const search = page.getByRole("searchbox", { name: "Search conversations" });
  await expect(search).toBeFocused();
  await page.keyboard.type("overdue");
  const rows = list(page, "Conversations").getByRole("listitem");
  await expect(rows).toHaveCount(1);
  expect(await violations(page), "conversations").toEqual([]);
  await pick(page, rows.getByRole("button", { name: /^Options for/ }), "Rename");
  await write(page, page.getByRole("textbox", { name: "New title" }), "Late things");
  await page.keyboard.press("Enter");
  await press(page, rows.getByRole("button", { name: /^Late things/ }));
  await expect(log(page)).toContainText("what is overdue?");
  await press(page, page.getByRole("button", { name: "Conversations" }), "Shift+Tab");
  await pick(page, page.getByRole("button", { name: "Options for “Late things”" }), "Delete");
  await page.keyboard.press("Enter");
  await expect(rows).toHaveCount(1);
});

test("the conversation goes on as a page", async ({ page }) => {
  await say(page, "what is overdue?");
  await press(page, page.getByRole("button", { name: "Open as a page" }), "Shift+Tab");
  await expect(page).toHaveURL(/\/assistant$/);
  await expect(composer(page)).toBeFocused();
  await say(page, "what is due tomorrow?");
  await go(page, "Upcoming");
  await expect(log(page)).toContainText("what is due tomorrow?");
});

test("who answers, what it has cost and what it is for are read at the end of the panel", async ({ page }) => {
  await answeredBy(page, "qwen3");
  await open(page, "/today");
  await page.keyboard.press("c");
  await page.keyboard.press("c");
  await expect(composer(page)).toBeFocused();
  await expect(page.getByText("qwen3 answers. 1,234 of 50,000 tokens today.")).toBeVisible();
  await say(page, "what is overdue?");
  await expect(log(page).getByText("qwen3, 321 tokens")).toBeVisible();
  expect(await violations(page), "a model's answer").toEqual([]);
  await press(page, log(page).getByRole("button", { name: "Try again" }), "Shift+Tab");
  await expect(log(page)).toHaveAttribute("aria-busy", "false");
  await expect(log(page).getByText("qwen3, 321 tokens")).toHaveCount(1);
});

test("that the model is not there is told, and who answers instead", async ({ page }) => {
  await answeredBy(page, "qwen3", "model-slow");
  await say(page, "what is overdue?");
  await expect(log(page).getByRole("status")).toHaveText("The model took too long. The built-in assistant answers instead.");
});
