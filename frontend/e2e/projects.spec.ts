import { taskRow, undoFromToast } from "./support/app";
import { addProject, addTask, expect, ready, test } from "./support/test";

test.beforeEach(({ account }) => {
  expect(account.email).toContain("@");
});

test("a project is made, renamed, recolored, deleted and brought back", async ({ page }) => {
  await page.goto("/today");
  await ready(page);
  await page.getByRole("button", { name: "New project" }).click();
  const form = page.getByRole("dialog");
  await form.getByRole("textbox", { name: "Name" }).fill("Kitchen");
  await form.getByRole("radio", { name: "Orange" }).click();
  await form.getByRole("button", { name: "Create project" }).click();
  await expect(page.getByRole("heading", { name: "Kitchen", level: 1 })).toBeFocused();
  await expect(page.getByText("A clean slate")).toBeVisible();

  await page.getByRole("button", { name: "Options for Kitchen" }).click();
  await page.getByRole("menuitem", { name: "Rename or recolor" }).click();
  await expect(form.getByRole("radio", { name: "Orange" })).toBeChecked();
  await form.getByRole("textbox", { name: "Name" }).fill("New kitchen");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { name: "New kitchen", level: 1 })).toBeVisible();

  const id = page.url().split("/").at(-1) ?? "";
  await addTask(page, { title: "Measure", project_id: id });
  await page.getByRole("button", { name: "Options for New kitchen" }).click();
  await page.getByRole("menuitem", { name: "Delete project" }).click();
  await expect(page).toHaveURL(/\/inbox$/);
  const link = page.getByRole("navigation", { name: "Navigation" }).getByRole("link", { name: /^New kitchen/ });
  await expect(link).toBeHidden();
  await undoFromToast(page, "Deleted “New kitchen” with its tasks");
  await link.click();
  await expect(taskRow(page, "Measure")).toBeVisible();
});

test("counts open tasks in the navigation", async ({ page }) => {
  const { id } = await addProject(page, "Home");
  await addTask(page, { title: "One", project_id: id });
  await addTask(page, { title: "Two", project_id: id });
  await page.goto(`/projects/${id}`);
  await ready(page);
  await expect(page).toHaveTitle("Home · Todo");
  const link = page.getByRole("link", { name: "Home 2 open tasks" });
  await expect(link).toHaveAttribute("aria-current", "page");
  await page.getByRole("checkbox", { name: "Complete “One”" }).click();
  await expect(page.getByRole("link", { name: "Home 1 open task" })).toBeVisible();
  await expect(page.getByText("1 open task", { exact: true }).first()).toBeVisible();
});

test("an address with no project behind it says so", async ({ page }) => {
  await page.goto("/projects/00000000-0000-7000-8000-000000000000");
  await expect(page.getByText("There is nothing here")).toBeVisible();
  await page.goto("/projects/nonsense");
  await expect(page.getByText("There is nothing here")).toBeVisible();
  await page.getByRole("link", { name: "Go to Today" }).click();
  await expect(page.getByRole("heading", { name: "Today", level: 1 })).toBeVisible();
});
