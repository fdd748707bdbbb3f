// A task's reminders in its dialog, and how one comes while a test waits for it.
import type { Locator, Page } from "@playwright/test";
import { toast } from "./app";
import { expect, ZONE } from "./test";

export const dialog = (page: Page): Locator => page.getByRole("dialog", { name: "Edit task" });
export const part = (page: Page): Locator => dialog(page).getByRole("button", { name: "Reminders" });
export const reminders = (page: Page): Locator =>
  dialog(page).getByRole("listitem").filter({ has: page.getByRole("button", { name: /^Remove reminder/ }) });

/** So many minutes from now. */
export function dueIn(minutes: number): string {
  return new Date(Date.now() + minutes * 60_000).toISOString();
}

/** Makes a task due in a moment, which is when it reminds of itself, and waits until it does. */
export async function bringUp(page: Page, id: string): Promise<void> {
  const due = { due_at: new Date(Date.now() + 1_000).toISOString(), time_zone: ZONE };
  expect((await page.request.patch(`/api/tasks/${id}`, { data: due })).status()).toBe(200);
  await expect(toast(page, "Reminder:")).toBeVisible({ timeout: 20_000 });
}
