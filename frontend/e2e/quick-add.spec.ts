// Adding tasks in one's own words: what is understood shows while typing, and can be put back.
import { pasteIntoQuickAdd, quickAddInput, taskRow, toast } from "./support/app";
import { expect, ready, test } from "./support/test";

test.beforeEach(async ({ page, account }) => {
  expect(account.email).toContain("@");
  await page.goto("/inbox");
  await ready(page);
  await page.keyboard.press("q");
});

test("what is understood can be put back with the keyboard alone", async ({ page }) => {
  const dialog = page.getByRole("dialog");
  await quickAddInput(page).pressSequentially("Read The Man Who Was Thursday every monday p1");
  await expect(dialog.getByText("every Mon", { exact: true })).toBeVisible();
  await page.keyboard.press("Backspace");
  await expect(dialog.getByText("Priority 1")).toBeHidden();
  await expect(quickAddInput(page)).toHaveValue("Read The Man Who Was Thursday every monday p1");
  await page.keyboard.press("Tab");
  await expect(dialog.getByRole("button", { name: /^Leave “.*” in the title/ }).first()).toBeFocused();
  await quickAddInput(page).press("Enter");
  await expect(dialog).toBeHidden();
  await expect(taskRow(page, "p1")).toBeVisible();
});

test("a chip that is pressed becomes plain words", async ({ page }) => {
  const dialog = page.getByRole("dialog");
  await quickAddInput(page).fill("Watch Friday tomorrow at 5pm");
  await dialog.getByRole("button", { name: "Leave “tomorrow at 5pm” in the title" }).or(
    dialog.getByRole("button", { name: /^Leave “.*tomorrow.*” in the title/ }),
  ).first().click();
  await quickAddInput(page).press("Enter");
  await expect(taskRow(page, "tomorrow at 5pm")).toBeVisible();
});

test("several pasted lines become several tasks after a preview, undone together", async ({ page }) => {
  await pasteIntoQuickAdd(page, "- Buy milk tomorrow\n- Call Mum p1 @family\n3. Pay rent every month");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("list", { name: "Tasks to add" }).getByRole("listitem")).toHaveCount(3);
  await dialog.getByRole("button", { name: "Leave out “Buy milk”" }).click();
  await dialog.getByRole("button", { name: "Add 2 tasks" }).click();
  await expect(dialog).toBeHidden();
  await expect(taskRow(page, "Call Mum")).toBeVisible();
  await expect(taskRow(page, "Pay rent")).toBeVisible();
  await toast(page, "Added 2 tasks").getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Your Inbox is clear")).toBeVisible();
});
