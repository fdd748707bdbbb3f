// The parts of the app that tests look at and act on, named as people see them.
import { expect, type Locator, type Page } from "@playwright/test";

export function taskRow(page: Page, title: string): Locator {
  return page.getByRole("main").getByRole("listitem").filter({ hasText: title });
}

export function checkboxOf(page: Page, title: string): Locator {
  return page.getByRole("checkbox", { name: `Complete “${title}”` });
}

export function toast(page: Page, text: string): Locator {
  return page.getByRole("listitem").filter({ hasText: text }).filter({ has: page.getByLabel("Dismiss") });
}

export async function undoFromToast(page: Page, text: string): Promise<void> {
  await toast(page, text).getByRole("button", { name: "Undo" }).click();
}

export function quickAddInput(page: Page): Locator {
  return page.getByRole("textbox", { name: "Task, in your own words" });
}

export async function quickAdd(page: Page, line: string): Promise<void> {
  await page.keyboard.press("q");
  await quickAddInput(page).fill(line);
  await quickAddInput(page).press("Enter");
  await expect(page.getByRole("dialog")).toBeHidden();
}

export function composer(page: Page): Locator {
  return page.getByRole("textbox", { name: "Message to the assistant" });
}

/** Says something and waits for the end of the answer. */
export async function say(page: Page, message: string): Promise<void> {
  await composer(page).fill(message);
  await composer(page).press("Enter");
  const log = page.getByRole("log", { name: "Conversation" });
  await expect(log.getByText(`You said: ${message}`, { exact: true }).last()).toBeVisible();
  await expect(log).toHaveAttribute("aria-busy", "false");
}

/** The last tool card of this title. */
export function toolCard(page: Page, title: string): Locator {
  return page.getByRole("region", { name: title }).last();
}

/** Text from the clipboard, as the browser hands it to the field of quick add. */
export async function pasteIntoQuickAdd(page: Page, text: string): Promise<void> {
  await quickAddInput(page).evaluate((field, pasted) => {
    const data = new DataTransfer();
    data.setData("text/plain", pasted);
    field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);
}
