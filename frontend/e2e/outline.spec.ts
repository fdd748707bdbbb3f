// A project as an outline: sections, subtasks, moving with keys and by dragging.
import type { Page } from "@playwright/test";
import { taskRow, toast, undoFromToast } from "./support/app";
import { addProject, addTask, expect, ready, test } from "./support/test";

let project = "";

test.beforeEach(async ({ page, account }) => {
  expect(account.email).toContain("@");
  project = (await addProject(page, "Kitchen")).id;
});

async function addSection(page: Page, name: string): Promise<string> {
  const response = await page.request.post(`/api/projects/${project}/sections`, { data: { name } });
  return ((await response.json()) as { id: string }).id;
}

async function open(page: Page): Promise<void> {
  await page.goto(`/projects/${project}`);
  await ready(page);
}

const list = (page: Page, name: string) => page.getByRole("list", { name, exact: true });
const title = (page: Page, name: string) => page.getByRole("main").getByRole("button", { name, exact: true });

/** Titles in a list, each with a dash for each task above it. */
async function outline(page: Page, name: string): Promise<string[]> {
  return list(page, name)
    .getByRole("listitem")
    .evaluateAll((rows) =>
      rows.map((row) => {
        const depth = Number((row as HTMLElement).dataset.depth ?? 0);
        return "-".repeat(depth) + (row.querySelector("[data-task-title] > span")?.textContent ?? "");
      }),
    );
}

test("sections are added, renamed, folded, moved and deleted", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: "Add section" }).click();
  await page.getByRole("textbox", { name: "Name of the section" }).fill("Plan");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: /^Plan/ })).toBeVisible();
  await page.getByRole("button", { name: "Add section" }).click();
  await page.getByRole("textbox", { name: "Name of the section" }).fill("Build");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main").getByRole("heading", { level: 2 })).toHaveText([/^Plan/, /^Build/]);

  await page.getByRole("main").getByRole("button", { name: "Add task to Plan" }).click();
  await page.keyboard.type("Draw the floor plan tomorrow p2");
  await page.keyboard.press("Enter");
  await expect(list(page, "Plan").getByRole("listitem")).toHaveText([/Draw the floor plan.*Tomorrow/]);
  await page.keyboard.type("Measure");
  await page.keyboard.press("Enter");
  await expect(list(page, "Plan").getByRole("listitem")).toHaveCount(2);
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: /^Plan 2/ }).click();
  await expect(taskRow(page, "Measure")).toBeHidden();
  await page.reload();
  await ready(page);
  await expect(taskRow(page, "Measure")).toBeHidden();
  await page.getByRole("button", { name: /^Plan 2/ }).click();
  await expect(taskRow(page, "Measure")).toBeVisible();

  await page.getByRole("main").getByRole("button", { name: "Options for Plan" }).click();
  await page.getByRole("menuitem", { name: "Move down" }).click();
  await expect(page.getByRole("main").getByRole("heading", { level: 2 })).toHaveText([/^Build/, /^Plan/]);
  await page.getByRole("main").getByRole("button", { name: "Options for Plan" }).click();
  await page.getByRole("menuitem", { name: "Rename section" }).click();
  await page.getByRole("textbox", { name: "Name of the section" }).fill("Ideas");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: /^Ideas/ })).toBeVisible();
  await page.getByRole("main").getByRole("button", { name: "Options for Ideas" }).click();
  await page.getByRole("menuitem", { name: "Delete section" }).click();
  await expect(taskRow(page, "Measure")).toBeHidden();
  await undoFromToast(page, "Deleted “Ideas”");
  await expect(taskRow(page, "Measure")).toBeVisible();
});

test("tasks are moved, indented and completed without a mouse", async ({ page }) => {
  const section = await addSection(page, "Plan");
  for (const name of ["One", "Two", "Three"]) await addTask(page, { title: name, project_id: project });
  await open(page);
  await page.keyboard.press("j");
  await expect(title(page, "One")).toBeFocused();
  await page.keyboard.press("Alt+ArrowDown");
  await expect.poll(() => outline(page, "Kitchen")).toEqual(["Two", "One", "Three"]);
  await expect(title(page, "One")).toBeFocused();
  await page.keyboard.press("Alt+ArrowRight");
  await expect.poll(() => outline(page, "Kitchen")).toEqual(["Two", "-One", "Three"]);
  await expect(page.getByRole("button", { name: "Subtasks of “Two”: 0/1 done" })).toBeVisible();

  // A mode of the list's own, in which Tab indents; Escape leads out of it.
  await page.keyboard.press("j");
  await expect(title(page, "Three")).toBeFocused();
  await page.keyboard.press("m");
  await expect(page.getByRole("status").filter({ hasText: "Moving “Three”" })).toBeAttached();
  await page.keyboard.press("Tab");
  await expect.poll(() => outline(page, "Kitchen")).toEqual(["Two", "-One", "-Three"]);
  await page.keyboard.press("ArrowUp");
  await expect.poll(() => outline(page, "Kitchen")).toEqual(["Two", "-Three", "-One"]);
  await expect(title(page, "Three")).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect.poll(() => outline(page, "Kitchen")).toEqual(["Two", "-One", "Three"]);
  await page.keyboard.press("ArrowDown");
  await expect.poll(() => outline(page, "Plan")).toEqual(["Three"]);
  await expect(title(page, "Three")).toBeFocused();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Options for “Three”" })).toBeFocused();

  await title(page, "Two").focus();
  await page.keyboard.press("a");
  await page.keyboard.type("Four");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expect.poll(() => outline(page, "Kitchen")).toEqual(["Two", "-One", "-Four"]);
  await title(page, "One").focus();
  await page.keyboard.press("Space");
  await expect(page.getByRole("button", { name: "Subtasks of “Two”: 1/2 done" })).toBeVisible();
  await expect(toast(page, "Completed “One”")).toBeVisible();

  // The server has kept all of it.
  await page.reload();
  await ready(page);
  expect(await outline(page, "Kitchen")).toEqual(["Two", "-Four"]);
  expect(await outline(page, "Plan")).toEqual(["Three"]);
  expect(section).not.toBe("");
});

test("date, priority, labels and place have a key each", async ({ page }) => {
  await addSection(page, "Plan");
  await page.request.post("/api/labels", { data: { name: "phone", color: "teal" } });
  await addTask(page, { title: "Call the plumber", project_id: project });
  await open(page);
  await page.keyboard.press("j");
  await page.keyboard.press("1");
  await expect(page.getByRole("checkbox", { name: "Complete “Call the plumber”" })).toHaveAttribute("title", "Priority 1");
  await page.keyboard.press("d");
  await page.keyboard.type("tomorrow 5pm");
  await expect(page.getByRole("dialog")).toContainText("Tomorrow 17:00");
  await page.keyboard.press("Enter");
  await expect(taskRow(page, "Call the plumber")).toContainText("Tomorrow 17:00");
  await page.keyboard.press("#");
  await page.keyboard.type("pho");
  await page.keyboard.press("Enter");
  await page.keyboard.type("urgent");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("option", { name: "urgent" })).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Control+Enter");
  await expect(taskRow(page, "Call the plumber")).toContainText("phone");
  await expect(taskRow(page, "Call the plumber")).toContainText("urgent");
  await page.keyboard.press("v");
  await page.keyboard.type("plan");
  await page.keyboard.press("Enter");
  await expect(list(page, "Plan").getByRole("listitem")).toHaveCount(1);
  await expect(toast(page, "Moved “Call the plumber” to Kitchen / Plan")).toBeVisible();
});

test("rows are dragged to another place, below another task and into a section", async ({ page }) => {
  await addSection(page, "Plan");
  for (const name of ["One", "Two", "Three"]) await addTask(page, { title: name, project_id: project });
  await open(page);
  const drag = async (name: string, to: { x: number; y: number }): Promise<void> => {
    const from = await title(page, name).boundingBox();
    if (from === null) throw new Error(`${name} is not there`);
    const start = { x: from.x + 20, y: from.y + from.height / 2 };
    await page.mouse.move(start.x, start.y);
    await page.mouse.down();
    await page.mouse.move(start.x, start.y + 10);
    await page.mouse.move(to.x + 20, to.y, { steps: 5 });
    await page.mouse.up();
  };
  const topOf = async (name: string): Promise<{ x: number; y: number }> => {
    const box = await title(page, name).boundingBox();
    return { x: box?.x ?? 0, y: (box?.y ?? 0) + 1 };
  };
  await drag("Three", await topOf("One"));
  await expect.poll(() => outline(page, "Kitchen")).toEqual(["Three", "One", "Two"]);
  await expect(page.getByRole("dialog")).toBeHidden();
  const two = await title(page, "Two").boundingBox();
  await drag("One", { x: (two?.x ?? 0) + 80, y: (two?.y ?? 0) + (two?.height ?? 0) - 4 });
  await expect.poll(() => outline(page, "Kitchen")).toEqual(["Three", "Two", "-One"]);
  const plan = await list(page, "Plan").boundingBox();
  await drag("Three", { x: plan?.x ?? 0, y: (plan?.y ?? 0) + 6 });
  await expect.poll(() => outline(page, "Plan")).toEqual(["Three"]);
});
