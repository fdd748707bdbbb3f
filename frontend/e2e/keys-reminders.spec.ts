// Reminders by keys alone: set, taken away and brought back; one that comes is reached with F8.
import { toast } from "./support/app";
import { violations } from "./support/axe";
import { open, press, tabTo, test } from "./support/keys";
import { bringUp, dialog, dueIn, part, reminders } from "./support/reminders";
import { addTask, expect, ZONE } from "./support/test";

let id = "";

test.beforeEach(async ({ page, account }) => {
  expect(account.email).toContain("@");
  ({ id } = await addTask(page, { title: "Call Mum", due_at: dueIn(90), time_zone: ZONE }));
  await open(page, `/tasks/${id}`);
  await press(page, part(page));
});

test("is looked for without being set, then set, taken away and brought back", async ({ page }) => {
  await tabTo(page, dialog(page).getByLabel("When"));
  for (let index = 0; index < 3; index += 1) await page.keyboard.press("ArrowDown");
  await expect(dialog(page).getByLabel("When")).toHaveValue("60");
  await expect(reminders(page)).toHaveCount(0);
  await press(page, dialog(page).getByRole("button", { name: "Add reminder" }));
  await expect(reminders(page)).toHaveText([/1 hour before/]);
  expect(await violations(page), "reminders").toEqual([]);
  await press(page, reminders(page).getByRole("button", { name: "Remove reminder: 1 hour before" }), "Shift+Tab");
  await expect(reminders(page)).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toBeHidden();
  await page.keyboard.press("F8");
  await expect(toast(page, "Reminder removed").getByRole("button", { name: "Undo" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(toast(page, "Undone")).toBeVisible();
  await open(page, `/tasks/${id}`);
  await press(page, part(page));
  await expect(reminders(page)).toHaveCount(1);
});

test("Enter after a time sets it and leaves the task open", async ({ page }) => {
  await tabTo(page, dialog(page).getByLabel("When"));
  await page.keyboard.press("End");
  const field = dialog(page).getByLabel("At a time", { exact: true });
  await tabTo(page, field);
  // The same whichever comes first, day or month, and by either clock.
  await page.keyboard.type("07072040");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.type("0930am");
  await expect(field).toHaveValue("2040-07-07T09:30");
  await page.keyboard.press("Enter");
  await expect(reminders(page)).toHaveText([/7 Jul 2040 09:30/]);
  await expect(field).toHaveValue("");
  await expect(field).toBeFocused();
});

test("one that comes is reached with F8, and leads to its task", async ({ page }) => {
  await press(page, dialog(page).getByRole("button", { name: "Add reminder" }));
  await expect(reminders(page)).toHaveText([/When it is due/]);
  await open(page, "/upcoming");
  await bringUp(page, id);
  await page.keyboard.press("F8");
  await press(page, toast(page, "Reminder: Call Mum").getByRole("button", { name: "Dismiss" }));
  await expect(toast(page, "Reminder: Call Mum")).toBeHidden();
  await bringUp(page, id);
  await page.keyboard.press("F8");
  await expect(toast(page, "Reminder: Call Mum").getByRole("button", { name: "Open task" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(dialog(page).getByRole("textbox", { name: "Title" })).toHaveValue("Call Mum");
});
