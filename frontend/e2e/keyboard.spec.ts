// Everything here is done without a mouse.
import { quickAddInput, taskRow, toast } from "./support/app";
import { addTask, expect, PASSWORD, ready, test } from "./support/test";

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
