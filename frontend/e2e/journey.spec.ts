// The way through everything that the app is for, as one person would go it; and what a second one sees of it: nothing.
import { checkboxOf, quickAdd, quickAddInput, say, taskRow, toast, toolCard } from "./support/app";
import { expect, newAccount, ready, register, test } from "./support/test";

test("sign up, add, ask, complete by chat, undo, reload", async ({ page, browser, baseURL }) => {
  const account = newAccount();
  await page.goto("/");
  await page.getByRole("link", { name: "Create account" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill(account.name);
  await page.getByRole("textbox", { name: "Email" }).fill(account.email);
  await page.getByLabel("Password").fill(account.password);
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByRole("heading", { name: "Today", level: 1 })).toBeVisible();
  await ready(page);

  await page.keyboard.press("q");
  await quickAddInput(page).fill("Pay rent tomorrow at 5pm p1");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("Tomorrow 17:00")).toBeVisible();
  await expect(dialog.getByText("Priority 1")).toBeVisible();
  await quickAddInput(page).press("Enter");
  await expect(toast(page, "Added “Pay rent” to Inbox")).toBeVisible();

  await page.getByRole("link", { name: "Upcoming" }).click();
  await expect(page.getByRole("heading", { name: /^Tomorrow/ })).toBeVisible();
  await expect(taskRow(page, "Pay rent")).toContainText("17:00");
  await expect(checkboxOf(page, "Pay rent")).toHaveAttribute("title", "Priority 1");

  await say(page, "what is due tomorrow?");
  await expect(toolCard(page, "Found 1 task")).toContainText("Pay rent");
  await expect(page.getByRole("log")).toContainText("1 task due tomorrow");

  await say(page, "complete pay rent");
  await expect(taskRow(page, "Pay rent")).toBeHidden();
  const completed = toolCard(page, "Completed 1 task");
  await completed.getByRole("button", { name: "Undo" }).click();
  await expect(completed.getByText("Undone")).toBeVisible();
  await expect(taskRow(page, "Pay rent")).toBeVisible();

  await page.reload();
  await expect(taskRow(page, "Pay rent")).toContainText("17:00");
  // The conversation is still there, and so is what was undone in it.
  await expect(toolCard(page, "Completed 1 task").getByText("Undone")).toBeVisible();

  const elsewhere = await browser.newContext({ baseURL });
  const stranger = await elsewhere.newPage();
  await register(stranger, newAccount());
  await stranger.goto("/upcoming");
  await ready(stranger);
  await expect(stranger.locator("#page").getByText("Nothing planned yet")).toBeVisible();
  await expect(stranger.getByText("What’s on your mind?")).toBeVisible();
  await say(stranger, "what is due tomorrow?");
  await expect(stranger.getByRole("log")).toContainText("Nothing due tomorrow");
  await say(stranger, "complete pay rent");
  await expect(toolCard(stranger, "No such task")).toBeVisible();
  await expect(stranger.getByRole("main")).not.toContainText("Pay rent");
  await elsewhere.close();
  await expect(taskRow(page, "Pay rent")).toBeVisible();
});

test("the chat can take back its own change when told to", async ({ page, account }) => {
  expect(account.email).toContain("@");
  await page.goto("/inbox");
  await ready(page);
  await quickAdd(page, "Water the plants");
  await say(page, "complete water the plants");
  await expect(taskRow(page, "Water the plants")).toBeHidden();
  await say(page, "undo");
  await expect(taskRow(page, "Water the plants")).toBeVisible();
  await expect(toolCard(page, "Completed 1 task").getByText("Undone")).toBeVisible();
});
