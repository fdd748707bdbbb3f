// Reminders on a phone: set, taken away and brought back with a finger; one that comes leads to its task.
import { toast } from "./support/app";
import { open, PHONE, sound, test, undo } from "./support/phone";
import { bringUp, dialog, dueIn, part, reminders } from "./support/reminders";
import { addTask, expect, live, ZONE } from "./support/test";

test.use(PHONE);

let id = "";

test.beforeEach(async ({ page, account }) => {
  expect(account.email).toContain("@");
  ({ id } = await addTask(page, { title: "Call Mum", due_at: dueIn(90), time_zone: ZONE }));
  await open(page, `/tasks/${id}`);
  await live(page);
});

test("is set before the time and at a time, taken away and brought back", async ({ page }) => {
  await part(page).tap();
  await dialog(page).getByLabel("When").selectOption("1 hour before");
  await dialog(page).getByRole("button", { name: "Add reminder" }).tap();
  await expect(reminders(page)).toHaveText([/1 hour before/]);
  await dialog(page).getByLabel("When").selectOption("At a time");
  await dialog(page).getByLabel("At a time", { exact: true }).fill("2040-07-01T09:30");
  await sound(page, "reminders");
  await dialog(page).getByRole("button", { name: "Add reminder" }).tap();
  await expect(reminders(page)).toHaveCount(2);
  await reminders(page).first().getByRole("button", { name: /^Remove reminder/ }).tap();
  await expect(reminders(page)).toHaveCount(1);
  await dialog(page).getByRole("button", { name: "Cancel" }).tap();
  await undo(page, "Reminder removed");
  await expect(toast(page, "Undone")).toBeVisible();
  await open(page, `/tasks/${id}`);
  await part(page).tap();
  await expect(reminders(page)).toHaveCount(2);
});

test("one that comes is dismissed, or leads to its task", async ({ page }) => {
  await part(page).tap();
  await dialog(page).getByRole("button", { name: "Add reminder" }).tap();
  await expect(reminders(page)).toHaveText([/When it is due/]);
  await open(page, "/upcoming");
  await live(page);
  await bringUp(page, id);
  await sound(page, "a reminder");
  await toast(page, "Reminder: Call Mum").getByRole("button", { name: "Dismiss" }).tap();
  await expect(toast(page, "Reminder: Call Mum")).toBeHidden();
  await bringUp(page, id);
  await toast(page, "Reminder: Call Mum").getByRole("button", { name: "Open task" }).tap();
  await expect(dialog(page).getByRole("textbox", { name: "Title" })).toHaveValue("Call Mum");
});
