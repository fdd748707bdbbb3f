// Two browsers on one account: what changes in one is seen in the other.
import type { Browser, Page } from "@playwright/test";
import { checkboxOf, quickAdd, taskRow, toast } from "./support/app";
import { type Account, addTask, expect, live, ready, test } from "./support/test";

/** Another browser, signed in to the same account. */
async function another(browser: Browser, account: Account, baseURL: string | undefined): Promise<Page> {
  const context = await browser.newContext({ baseURL: baseURL ?? "", locale: "en-GB", timezoneId: "Europe/Berlin" });
  const page = await context.newPage();
  const { email, password } = account;
  expect((await page.request.post("/api/auth/login", { data: { email, password } })).status()).toBe(200);
  return page;
}

async function openInbox(page: Page): Promise<void> {
  await page.goto("/inbox");
  await ready(page);
  await live(page);
}

test("a change in one browser shows in the other, whose focus and typing stay", async ({ page, browser, account, baseURL }) => {
  await addTask(page, { title: "Water the plants" });
  const other = await another(browser, account, baseURL);
  await Promise.all([openInbox(page), openInbox(other)]);
  await other.getByRole("textbox", { name: "Message to the assistant" }).fill("half a thou");
  await quickAdd(page, "Buy oat milk");
  await expect(taskRow(other, "Buy oat milk")).toBeVisible();
  await expect(other.getByRole("textbox", { name: "Message to the assistant" })).toHaveValue("half a thou");
  await expect(other.getByRole("textbox", { name: "Message to the assistant" })).toBeFocused();

  await checkboxOf(other, "Water the plants").click();
  await expect(taskRow(page, "Water the plants")).toBeHidden();
  await toast(other, "Completed “Water the plants”").getByRole("button", { name: "Undo" }).click();
  await expect(taskRow(page, "Water the plants")).toBeVisible();
  await other.context().close();
});

test("a connection that was cut loses nothing", async ({ page, browser, account, baseURL, context }) => {
  const other = await another(browser, account, baseURL);
  await Promise.all([openInbox(page), openInbox(other)]);
  await context.setOffline(true);
  for (const title of ["One", "Two", "Three"]) await addTask(other, { title });
  const seen = other.getByRole("list", { name: "Inbox" }).getByRole("listitem");
  await expect(seen).toHaveCount(3);
  await context.setOffline(false);
  const rows = page.getByRole("list", { name: "Inbox" }).getByRole("listitem");
  await expect(rows).toHaveCount(3, { timeout: 20_000 });
  await other.context().close();
});

test("an edit that is open keeps what is typed and shows what was changed elsewhere", async ({ page, account }) => {
  expect(account.email).toContain("@");
  const { id } = await addTask(page, { title: "Pay rent" });
  await openInbox(page);
  await page.getByRole("button", { name: /^Pay rent/ }).click();
  const dialog = page.getByRole("dialog", { name: "Edit task" });
  await dialog.getByRole("textbox", { name: "Title" }).fill("Pay the rent");
  await page.request.patch(`/api/tasks/${id}`, { data: { notes: "from elsewhere" } });
  await expect(dialog.getByRole("status")).toContainText("changed elsewhere");
  await dialog.getByRole("button", { name: "Show the changes" }).click();
  await expect(dialog.getByRole("textbox", { name: "Notes" })).toHaveValue("from elsewhere");
  await expect(dialog.getByRole("textbox", { name: "Title" })).toHaveValue("Pay the rent");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
  await expect(taskRow(page, "Pay the rent")).toBeVisible();
});
