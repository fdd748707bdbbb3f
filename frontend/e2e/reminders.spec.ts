// Reminders: set, taken away and brought back; when one comes, it stays until it is dealt with and leads to its task.
import { toast, undoFromToast } from "./support/app";
import { addTask, expect, live, ready, test, ZONE } from "./support/test";
import { bringUp, dialog, dueIn, part, reminders } from "./support/reminders";

let id = "";

test.beforeEach(async ({ page, account }) => {
  expect(account.email).toContain("@");
  ({ id } = await addTask(page, { title: "Call Mum", due_at: dueIn(90), time_zone: ZONE }));
  await page.goto(`/tasks/${id}`);
  await ready(page);
  await live(page);
});

test("is set before the time and at a time, taken away and brought back", async ({ page }) => {
  await part(page).click();
  await dialog(page).getByLabel("When").selectOption("10 minutes before");
  await dialog(page).getByRole("button", { name: "Add reminder" }).click();
  await expect(reminders(page)).toHaveText([/10 minutes before/]);
  await dialog(page).getByLabel("When").selectOption("At a time");
  await dialog(page).getByLabel("At a time", { exact: true }).fill("2040-07-01T09:30");
  await dialog(page).getByRole("button", { name: "Add reminder" }).click();
  await expect(reminders(page)).toHaveText([/10 minutes before/, /1 Jul 2040 09:30/]);
  await reminders(page).first().getByRole("button", { name: "Remove reminder: 10 minutes before" }).click();
  await expect(reminders(page)).toHaveText([/1 Jul 2040 09:30/]);
  await page.keyboard.press("Escape");
  await undoFromToast(page, "Reminder removed");
  await expect(toast(page, "Undone")).toBeVisible();
  await page.goto(`/tasks/${id}`);
  await part(page).click();
  await expect(reminders(page)).toHaveCount(2);
});

test("stays until it is dismissed, and leads to its task", async ({ page }) => {
  await part(page).click();
  await dialog(page).getByRole("button", { name: "Add reminder" }).click();
  await expect(reminders(page)).toHaveText([/When it is due/]);
  await page.goto("/upcoming");
  await ready(page);
  await live(page);
  await bringUp(page, id);
  await toast(page, "Reminder: Call Mum").getByRole("button", { name: "Dismiss" }).click();
  await expect(toast(page, "Reminder: Call Mum")).toBeHidden();
  await bringUp(page, id);
  await toast(page, "Reminder: Call Mum").getByRole("button", { name: "Open task" }).click();
  await expect(dialog(page).getByRole("textbox", { name: "Title" })).toHaveValue("Call Mum");
});
