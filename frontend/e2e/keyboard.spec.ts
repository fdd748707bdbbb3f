// Everything here is done without a mouse.
import type { Page } from "@playwright/test";
import { quickAddInput, taskRow, toast } from "./support/app";
import { addTask, expect, live, PASSWORD, ready, test } from "./support/test";

test.beforeEach(({ account }) => {
  expect(account.email).toContain("@");
});

test("from signing in to an empty list", async ({ page, account }) => {
  await page.context().clearCookies();
  await page.goto("/sign-in?next=/inbox");
  await page.keyboard.press("Tab");
  await page.keyboard.type(account.email);
  await page.keyboard.press("Tab");
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Inbox", level: 1 })).toBeVisible();
  await ready(page);

  for (const title of ["First", "Second", "Third"]) {
    await page.keyboard.press("q");
    await expect(quickAddInput(page)).toBeFocused();
    await page.keyboard.type(title);
    await page.keyboard.press("Enter");
    await expect(taskRow(page, title)).toBeVisible();
  }

  const title = (name: string) => page.getByRole("button", { name, exact: true });
  await page.keyboard.press("j");
  await expect(title("First")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(title("Second")).toBeFocused();
  await page.keyboard.press("k");
  await expect(title("First")).toBeFocused();

  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Title" })).toBeFocused();
  await page.keyboard.press("End");
  await page.keyboard.type(" of all");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(title("First of all")).toBeFocused();

  await page.keyboard.press("Space");
  await expect(taskRow(page, "First of all")).toBeHidden();
  await expect(title("Second")).toBeFocused();
  await page.keyboard.press("Delete");
  await expect(taskRow(page, "Second")).toBeHidden();
  await expect(title("Third")).toBeFocused();
  await expect(toast(page, "Deleted “Second”")).toBeVisible();
  await page.keyboard.press("z");
  await expect(taskRow(page, "Second")).toBeVisible();
  await expect(title("Third")).toBeFocused();
  await page.keyboard.press("Space");
  await expect(taskRow(page, "Third")).toBeHidden();
});

test("whoever types on after Q loses nothing", async ({ page }) => {
  await page.goto("/inbox");
  await ready(page);
  await page.keyboard.press("q");
  await page.keyboard.type("quick zebra");
  await expect(quickAddInput(page)).toHaveValue("quick zebra");
});

test("assistant, shortcut sheet and back", async ({ page }) => {
  await page.goto("/today");
  await ready(page);
  await page.keyboard.press("c");
  await expect(page.getByRole("complementary", { name: "Assistant" })).toBeHidden();
  await page.keyboard.press("c");
  await expect(page.getByRole("textbox", { name: "Message to the assistant" })).toBeFocused();
  await page.keyboard.type("what is due today?");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("log")).toContainText("Nothing due today");
  // While one writes, letters are letters.
  await page.keyboard.type("q?");
  await expect(page.getByRole("dialog")).toBeHidden();
  await page.getByRole("textbox", { name: "Message to the assistant" }).blur();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toContainText("Quick add");
  await page.keyboard.press("q");
  await expect(quickAddInput(page)).toBeHidden();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
});

test("G and a letter lead to the pages of every day, and are told of", async ({ page }) => {
  await page.goto("/today");
  await ready(page);
  await live(page);
  for (const [key, heading] of [
    ["i", "Inbox"],
    ["u", "Upcoming"],
    ["s", "Settings"],
    ["t", "Today"],
  ] as const) {
    await page.keyboard.press("g");
    await page.keyboard.press(key);
    await expect(page.getByRole("heading", { name: heading, level: 1 })).toBeFocused();
  }
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toContainText("Go to");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("option", { name: "Upcoming" })).toContainText("G U");
});

test("every control of a row is reached with Tab", async ({ page }) => {
  await addTask(page, { title: "Only one" });
  await page.goto("/inbox");
  await ready(page);
  await page.getByRole("checkbox", { name: "Complete “Only one”" }).focus();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Only one", exact: true })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Options for “Only one”" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem", { name: "Edit" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Options for “Only one”" })).toBeFocused();
});

test("the first Tab leads past the navigation", async ({ page }) => {
  await page.goto("/today");
  await ready(page);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to tasks" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
});

test("the focus goes round in a task and in what is opened from it, and nothing behind can be reached", async ({ page }) => {
  await addTask(page, { title: "Pay rent", due_date: "2030-01-31" });
  await page.goto("/inbox");
  await ready(page);
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  const task = page.getByRole("dialog", { name: "Edit task" });
  await expect(task.getByRole("textbox", { name: "Title" })).toBeFocused();
  // What is behind is not there for screen readers, nor for the Tab key in either direction.
  await expect(page.getByRole("navigation")).toHaveCount(0);
  expect(await roundTrip(page, "Tab")).toBeGreaterThan(8);
  expect(await roundTrip(page, "Shift+Tab")).toBeGreaterThan(8);

  await task.getByRole("button", { name: /^Due date/ }).focus();
  await page.keyboard.press("Enter");
  const date = page.getByRole("dialog", { name: "Due date" });
  await expect(date.getByRole("textbox", { name: "When" })).toBeFocused();
  await expect(task).toHaveCount(0);
  expect(await roundTrip(page, "Tab")).toBeGreaterThan(8);

  await page.keyboard.press("Escape");
  await expect(date).toHaveCount(0);
  await expect(task.getByRole("button", { name: /^Due date/ })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(task).toHaveCount(0);
  await expect(taskRow(page, "Pay rent").locator("[data-task-title]")).toBeFocused();
  await expect(page.getByRole("navigation").first()).toBeVisible();
});

/** Presses a key until the focus is back where it was, and says how many presses that took. It may not leave the dialog. */
async function roundTrip(page: Page, key: string): Promise<number> {
  const inFocus = (): Promise<{ start: boolean; dialog: boolean }> =>
    page.evaluate(() => ({
      start: document.activeElement?.hasAttribute("data-start") === true,
      dialog: document.activeElement?.closest("[aria-modal]:not([aria-hidden] *)") != null,
    }));
  await page.evaluate(() => document.activeElement?.setAttribute("data-start", ""));
  for (let presses = 1; presses < 100; presses += 1) {
    await page.keyboard.press(key);
    const { start, dialog } = await inFocus();
    expect(dialog, `press ${presses}`).toBe(true);
    if (start) {
      await page.evaluate(() => document.activeElement?.removeAttribute("data-start"));
      return presses;
    }
  }
  throw new Error("the focus does not come back");
}
