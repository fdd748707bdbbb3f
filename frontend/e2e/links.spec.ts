// Links to a task, as the assistant and connected apps give them.
import { addProject, addTask, expect, newAccount, register, test } from "./support/test";
import { uuidv7 } from "../lib/uuid";

test("a link opens the task in its project, and closing it leaves the project", async ({ page, account }) => {
  expect(account.name).not.toBe("");
  const project = await addProject(page, "Home");
  const task = await addTask(page, { title: "Fix the tap", project_id: project.id });
  await page.goto(`/tasks/${task.id}`);
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("textbox").first()).toHaveValue("Fix the tap");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("heading", { name: "Home", level: 1 })).toBeVisible();
});

test("a link to somebody else's task, or to none, says that there is nothing", async ({ page, browser, account }) => {
  expect(account.name).not.toBe("");
  const elsewhere = await browser.newPage();
  await register(elsewhere, newAccount());
  const theirs = await addTask(elsewhere, { title: "Not yours" });
  await elsewhere.close();
  for (const id of [theirs.id, uuidv7(), "no-id"]) {
    await page.goto(`/tasks/${id}`);
    await expect(page.getByRole("main")).not.toContainText("Not yours");
    await expect(page.getByRole("heading", { level: 1 })).toContainText("There is nothing here");
  }
});
