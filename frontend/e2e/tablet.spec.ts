// A tablet, upright and on its side, and a phone on its side: room as on a laptop, but no mouse to hover with and no keys.
import type { Page } from "@playwright/test";
import { quickAddInput, taskRow } from "./support/app";
import { main, open, sound, test } from "./support/phone";
import { smallTargets } from "./support/targets";
import { addProject, addTask, dayFromToday, expect } from "./support/test";
import { vitalsOf, watchVitals } from "./support/vitals";

const UPRIGHT = { width: 820, height: 1180 };
const ON_ITS_SIDE = { width: 1180, height: 820 };
const PHONE_ON_ITS_SIDE = { width: 844, height: 390 };

test.use({ viewport: UPRIGHT, isMobile: true, hasTouch: true });

test.beforeEach(({ account }) => {
  expect(account.email).toContain("@");
});

const dialog = (page: Page, name: string) => page.getByRole("dialog", { name });
const menuOf = (page: Page, name: string) => main(page).getByRole("button", { name: `Options for “${name}”` });

async function addPlan(page: Page): Promise<string> {
  const project = (await addProject(page, "Kitchen")).id;
  const { id } = await addTask(page, { title: "Plan", project_id: project, due_date: dayFromToday(0) });
  await page.request.post("/api/tasks", { data: { title: "Measure", project_id: project, parent_id: id } });
  return project;
}

for (const viewport of [UPRIGHT, ON_ITS_SIDE]) {
  test.describe(`${viewport.width} wide`, () => {
    test.use({ viewport });

    test("each task has a menu that a finger finds, in lists and on a board", async ({ page }) => {
      const project = await addPlan(page);
      for (const path of ["/today", `/projects/${project}`]) {
        await open(page, path);
        await expect(menuOf(page, "Plan")).toHaveCSS("opacity", "1");
        expect(await smallTargets(page), path).toEqual([]);
      }
      await sound(page, "list");
      await menuOf(page, "Measure").tap();
      await page.getByRole("menuitem", { name: "Select" }).tap();
      await expect(page.getByRole("toolbar", { name: "1 selected" })).toBeVisible();
      await page.getByRole("button", { name: "Clear the selection" }).tap();
      await page.getByRole("button", { name: "Show as board" }).tap();
      await menuOf(page, "Plan").tap();
      await page.getByRole("menuitemradio", { name: "Priority 1" }).tap();
      await expect(menuOf(page, "Plan")).toHaveCSS("opacity", "1");
      expect(await smallTargets(page), "board").toEqual([]);
      await sound(page, "board");
    });
  });
}

test("what is closed with a key elsewhere has a button, and no keys are told of", async ({ page }) => {
  await open(page, "/inbox");
  await page.getByRole("button", { name: "Add task" }).first().tap();
  await quickAddInput(page).fill("Pay rent tomorrow");
  expect(await smallTargets(page), "quick add").toEqual([]);
  await expect(page.locator("kbd:visible")).toHaveCount(0);
  await dialog(page, "Quick add").getByRole("button", { name: "Cancel" }).tap();
  await expect(dialog(page, "Quick add")).toBeHidden();
  await page.getByRole("button", { name: "Search" }).first().tap();
  await expect(page.getByRole("option").first()).toBeVisible();
  await expect(page.locator("kbd:visible")).toHaveCount(0);
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).tap();
  await expect(page.getByRole("dialog")).toBeHidden();
});

test("somebody new is not shown keys", async ({ page }) => {
  await open(page, "/today");
  await expect(page.getByRole("button", { name: "Make a sample project" })).toBeVisible();
  await expect(page.getByText("Keep your hands on the keys")).toBeHidden();
});

test("what was found, and the title of a task, are as large as a fingertip", async ({ page }) => {
  await addPlan(page);
  await open(page, "/search?q=plan");
  await expect(main(page).getByRole("button", { name: /^Plan/ })).toBeVisible();
  expect(await smallTargets(page), "search").toEqual([]);
  await main(page).getByRole("button", { name: /^Plan/ }).tap();
  await expect(dialog(page, "Edit task").getByText("Deadline")).toBeVisible();
  expect(await smallTargets(page), "task").toEqual([]);
});

test("settings come whole: nothing is pushed away by what comes later", async ({ page }) => {
  await watchVitals(page);
  // What the browser asks for by itself never comes.
  await page.route(/\/api\/(tokens|auth\/sessions)$/, () => undefined);
  await page.goto("/settings");
  await page.getByRole("button", { name: "Delete account" }).scrollIntoViewIfNeeded();
  await expect(main(page).getByText("This device", { exact: true })).toBeVisible();
  await expect(main(page).getByText("You have no tokens.")).toBeVisible();
  await expect(main(page).getByText("No apps are connected.")).toBeVisible();
  expect((await vitalsOf(page)).jumped).toBeLessThan(0.001);
});

test.describe("a phone on its side", () => {
  test.use({ viewport: PHONE_ON_ITS_SIDE });

  test("a task and its date take the height there is", async ({ page }) => {
    await addPlan(page);
    await open(page, "/today");
    await taskRow(page, "Plan").locator("[data-task-title]").tap();
    const edit = dialog(page, "Edit task");
    const heightOf = async (name: string) => (await dialog(page, name).boundingBox())?.height ?? 0;
    expect(await heightOf("Edit task")).toBeGreaterThan(360);
    await expect(edit.getByRole("button", { name: "Save" })).toBeInViewport({ ratio: 1 });
    await edit.getByRole("button", { name: /^Due date/ }).tap();
    expect(await heightOf("Due date")).toBeGreaterThan(360);
    await expect(dialog(page, "Due date").getByRole("button", { name: "Close" })).toBeInViewport({ ratio: 1 });
    await expect(dialog(page, "Due date").getByRole("button", { name: "Done" })).toBeInViewport({ ratio: 1 });
  });
});

test.describe("on the narrowest screen", () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test("one sees on a board that there is another column", async ({ page }) => {
    const project = await addPlan(page);
    await page.request.post(`/api/projects/${project}/sections`, { data: { name: "Doing" } });
    await open(page, `/projects/${project}`);
    await page.getByRole("button", { name: "Show as board" }).tap();
    const next = await main(page).getByRole("region", { name: "Doing" }).boundingBox();
    expect(320 - (next?.x ?? 320)).toBeGreaterThanOrEqual(32);
  });
});
