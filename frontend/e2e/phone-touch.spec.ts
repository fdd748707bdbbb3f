// What a finger does that no mouse does: holds, comes with a keyboard that covers half of the screen, and is as broad as a
// fingertip.
import type { Page } from "@playwright/test";
import { quickAddInput, taskRow, toast } from "./support/app";
import { bar, follow, main, menu, open, PHONE, pick, sound, test } from "./support/phone";
import { smallTargets } from "./support/targets";
import { addProject, addTask, dayFromToday, expect } from "./support/test";
import { hold } from "./support/touch";

test.use(PHONE);

test.beforeEach(({ account }) => {
  expect(account.email).toContain("@");
});

const selected = (page: Page, count: number) => page.getByRole("toolbar", { name: `${count} selected` });
const dialog = (page: Page, name: string) => page.getByRole("dialog", { name });

/** A task's title, whatever else is said with it. */
const row = (page: Page, name: string) => main(page).getByRole("button", { name: new RegExp(`^${name}\\b`) });

async function addThree(page: Page): Promise<void> {
  for (const name of ["One", "Two", "Three"]) await addTask(page, { title: name, due_date: dayFromToday(0) });
}

/** A keyboard on the screen, as Apple's tell of theirs: less is seen of a page that is as high as before. */
async function raiseKeyboard(page: Page, heightPx: number): Promise<void> {
  await page.evaluate((height) => {
    const seen = window.visualViewport;
    if (seen === null) throw new Error("this browser does not tell what is seen of a page");
    Object.defineProperty(seen, "height", { configurable: true, value: window.innerHeight - height });
    seen.dispatchEvent(new Event("resize"));
  }, heightPx);
}

/** How far down the screen the lowest edge of it is. */
async function footOf(page: Page, name: string): Promise<number> {
  const box = await page.getByRole("button", { name, exact: true }).last().boundingBox();
  return box === null ? Infinity : box.y + box.height;
}

test("on Today: held to select, said once, tapped from then on, and all of them", async ({ page }) => {
  await addThree(page);
  await open(page, "/today");
  await expect(toast(page, "Hold a task to select it")).toBeVisible();
  await expect(toast(page, "Hold a task to select it")).toBeHidden();
  await hold(page, row(page, "One"), "selects");
  await expect(selected(page, 1)).toBeVisible();
  await row(page, "Two").tap();
  await expect(selected(page, 2)).toBeVisible();
  await expect(page.getByRole("dialog")).toBeHidden();
  await row(page, "One").tap();
  await expect(selected(page, 1)).toBeVisible();
  await expect(taskRow(page, "Two")).toContainText("(selected)");
  await sound(page, "selected");
  expect(await smallTargets(page)).toEqual([]);
  await selected(page, 1).getByRole("button", { name: "All" }).tap();
  await selected(page, 3).getByRole("button", { name: "Complete" }).tap();
  await expect(toast(page, "Completed 3 tasks")).toBeVisible();
  await follow(page, /^Inbox/);
  await open(page, "/today");
  await expect(toast(page, "Hold a task to select it")).toBeHidden();
});

test("without holding: from a task's own menu", async ({ page }) => {
  await addThree(page);
  await open(page, "/inbox");
  await row(page, "Two").tap();
  await pick(page, "More", "Select");
  await expect(selected(page, 1)).toBeVisible();
  await row(page, "One").tap();
  await expect(selected(page, 2)).toBeVisible();
});

test("sheets that are opened to look at bring no keyboard, those to write in do", async ({ page }) => {
  await addThree(page);
  await open(page, "/inbox");
  await row(page, "Two").tap();
  await expect(dialog(page, "Edit task")).toBeFocused();
  await dialog(page, "Edit task").getByRole("button", { name: /^Due date/ }).tap();
  await expect(dialog(page, "Due date")).toBeFocused();
  await dialog(page, "Due date").getByRole("button", { name: "Cancel" }).tap();
  await dialog(page, "Edit task").getByRole("button", { name: "Cancel" }).tap();
  await bar(page, "Add task").tap();
  await expect(quickAddInput(page)).toBeFocused();
});

test("a keyboard covers nothing that stands at the foot", async ({ page }) => {
  await addThree(page);
  await open(page, "/today");
  await bar(page, "Add task").tap();
  await quickAddInput(page).fill("Pay rent");
  await raiseKeyboard(page, 340);
  const free = PHONE.viewport.height - 340;
  await expect.poll(() => footOf(page, "Add task")).toBeLessThanOrEqual(free);
  await raiseKeyboard(page, 0);
  await expect.poll(() => footOf(page, "Add task")).toBeGreaterThan(free);
  await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).tap();

  await row(page, "Two").tap();
  await dialog(page, "Edit task").getByRole("textbox", { name: "Title" }).tap();
  await raiseKeyboard(page, 340);
  await expect.poll(() => footOf(page, "Save")).toBeLessThanOrEqual(free);
  const { y = -1 } = (await dialog(page, "Edit task").boundingBox()) ?? {};
  expect(y).toBeGreaterThanOrEqual(0);
  await dialog(page, "Edit task").getByRole("button", { name: "Cancel" }).tap();
  await expect(bar(page, "Menu")).toBeHidden();
  await raiseKeyboard(page, 0);
  await expect(bar(page, "Menu")).toBeVisible();

  await bar(page, "Assistant").tap();
  await raiseKeyboard(page, 340);
  await expect.poll(() => footOf(page, "Send")).toBeLessThanOrEqual(free);
});

test("what is pressed in sheets is as large as a fingertip", async ({ page }) => {
  const project = (await addProject(page, "Kitchen")).id;
  await page.request.post(`/api/projects/${project}/sections`, { data: { name: "Doing" } });
  const { id } = await addTask(page, { title: "Plan", project_id: project });
  await page.request.post("/api/tasks", { data: { title: "Measure", project_id: project, parent_id: id } });
  await open(page, `/projects/${project}`);
  expect(await smallTargets(page), "project").toEqual([]);
  await row(page, "Plan").tap();
  await dialog(page, "Edit task").getByRole("button", { name: /^Due date/ }).tap();
  await expect(dialog(page, "Due date").getByRole("button", { name: /^Tomorrow/ })).toBeVisible();
  expect(await smallTargets(page), "due date").toEqual([]);
  await dialog(page, "Due date").getByRole("button", { name: "Cancel" }).tap();
  await dialog(page, "Edit task").getByRole("button", { name: "Cancel" }).tap();
  await bar(page, "Add task").tap();
  await quickAddInput(page).fill("Pay rent tomorrow at 5pm p1");
  await expect(page.getByRole("dialog").getByText("Priority 1")).toBeVisible();
  expect(await smallTargets(page), "quick add").toEqual([]);
  await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).tap();
  await bar(page, "Menu").tap();
  await menu(page).getByRole("button", { name: "New label" }).tap();
  await expect(page.getByRole("radio", { name: "Teal" })).toBeAttached();
  expect(await smallTargets(page), "new label").toEqual([]);
});

test("a filter that is being written is not called wrong, one that was left so is", async ({ page }) => {
  await open(page, "/today");
  await bar(page, "Menu").tap();
  await menu(page).getByRole("button", { name: "New filter" }).tap();
  const query = page.getByRole("combobox", { name: "Finds" });
  const asked = page.waitForResponse((answer) => answer.url().includes("filter=ov") && answer.status() >= 400);
  await query.fill("ov");
  await asked;
  await expect(page.getByRole("option", { name: "overdue" })).toBeVisible();
  await expect(query).not.toHaveAttribute("aria-invalid", "true");
  await page.getByRole("textbox", { name: "Name" }).tap();
  await expect(query).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByRole("dialog")).toContainText("nothing that tasks can be filtered by");
  await query.fill("overdue");
  await expect(query).not.toHaveAttribute("aria-invalid", "true");
});

test.describe("narrow, and in German", () => {
  test.use({ viewport: { width: 320, height: 700 }, locale: "de-DE" });

  test("nothing of a sheet is beside the screen", async ({ page }) => {
    await addThree(page);
    await page.goto("/inbox");
    await row(page, "Two").tap();
    const edit = dialog(page, "Aufgabe bearbeiten");
    await expect(edit.getByRole("button", { name: "Löschen" })).toBeInViewport({ ratio: 1 });
    await expect(edit.getByRole("button", { name: "Speichern" })).toBeInViewport({ ratio: 1 });
    await edit.getByRole("button", { name: /^Fällig/ }).tap();
    await expect(dialog(page, "Fällig am").getByRole("button", { name: /^Nächste Woche/ })).toBeInViewport({ ratio: 1 });
    const sideways = await page.getByRole("dialog").evaluateAll((all) => all.map((one) => one.scrollWidth - one.clientWidth));
    expect(Math.max(...sideways)).toBeLessThanOrEqual(0);
  });
});
