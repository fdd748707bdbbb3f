// A journey for each part of the app by keys alone; a press of a pointer anywhere makes the test fail.
import type { Locator, Page } from "@playwright/test";
import { composer, taskRow, toast } from "./support/app";
import { violations } from "./support/axe";
import { go, list, main, open, tabTo, test, title } from "./support/keys";
import { addProject, addTask, dayFromToday, expect, live } from "./support/test";

test.beforeEach(({ account }) => {
  expect(account.email).toContain("@");
});

const day = (page: Page, count: number): Locator => main(page).locator(`[data-drop="${dayFromToday(count)}"]`);

test("quick add: a chip taken back, then the task undone", async ({ page }) => {
  await open(page, "/inbox");
  await page.keyboard.press("q");
  await page.keyboard.type("Read every monday p1");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("Priority 1")).toBeVisible();
  await page.keyboard.press("Backspace");
  await expect(dialog.getByText("Priority 1")).toBeHidden();
  await page.keyboard.press("Enter");
  await expect(taskRow(page, "Read p1")).toBeVisible();
  await page.keyboard.press("z");
  await expect(page.getByText("Your Inbox is clear")).toBeVisible();
});

test("a board: between columns and up and down", async ({ page }) => {
  const project = (await addProject(page, "Kitchen")).id;
  for (const name of ["Doing", "Done soon"]) await page.request.post(`/api/projects/${project}/sections`, { data: { name } });
  for (const name of ["One", "Two"]) await addTask(page, { title: name, project_id: project });
  await open(page, `/projects/${project}`);
  await tabTo(page, page.getByRole("button", { name: "Show as board" }));
  await page.keyboard.press("Enter");
  await expect(list(page, "No section").getByRole("listitem")).toHaveText([/One/, /Two/]);
  await tabTo(page, title(page, "One"));
  for (const section of ["Doing", "Done soon"]) {
    await page.keyboard.press("Alt+ArrowRight");
    await expect(list(page, section).getByRole("listitem")).toHaveText([/One/]);
    await expect(title(page, "One")).toBeFocused();
  }
  for (const [section, rows] of [["Doing", [/One/]], ["No section", [/One/, /Two/]]] as const) {
    await page.keyboard.press("Alt+ArrowLeft");
    await expect(list(page, section).getByRole("listitem")).toHaveCount(rows.length);
    await expect(title(page, "One")).toBeFocused();
  }
  const before = await list(page, "No section").getByRole("listitem").allInnerTexts();
  await page.keyboard.press(before[0]?.includes("One") === true ? "Alt+ArrowDown" : "Alt+ArrowUp");
  await expect(list(page, "No section").getByRole("listitem")).toHaveText(before.toReversed().map((text) => new RegExp(text.trim().split("\n")[0] ?? "")));
  await expect(title(page, "One")).toBeFocused();
});

test("upcoming: to another day by arrows, and to any day of the calendar", async ({ page }) => {
  await addTask(page, { title: "Dentist", due_date: dayFromToday(1) });
  await open(page, "/upcoming");
  await page.keyboard.press("j");
  await page.keyboard.press("Alt+ArrowRight");
  await expect(day(page, 2)).toContainText("Dentist");
  await expect(title(page, "Dentist")).toBeFocused();
  await page.keyboard.press("Alt+ArrowLeft");
  await expect(day(page, 1)).toContainText("Dentist");
  await page.keyboard.press("d");
  const dialog = page.getByRole("dialog");
  await tabTo(page, dialog.getByRole("grid").locator('[tabindex="0"]'));
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowLeft");
  expect(await violations(page), "calendar").toEqual([]);
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(day(page, 7)).toContainText("Dentist");
});

test("labels and filters: made, put in order, and opened", async ({ page }) => {
  await addTask(page, { title: "Urgent thing", priority: 1 });
  for (const name of ["first", "second"]) await page.request.post("/api/labels", { data: { name, color: "teal" } });
  await open(page, "/today");
  const labels = page.getByRole("region", { name: "Labels" }).getByRole("link");
  await tabTo(page, labels.nth(1));
  // Arranging comes when the browser has time for it.
  await expect(async () => {
    await page.keyboard.press("Alt+ArrowUp");
    await expect(labels).toHaveText([/^second/, /^first/], { timeout: 1_000 });
  }).toPass();
  await expect(labels.nth(0)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "second", level: 1 })).toBeVisible();
  await go(page, "New filter");
  await page.keyboard.type("Hot");
  await page.keyboard.press("Tab");
  await page.keyboard.type("tod & p1");
  // Inside a word: all of it is completed.
  for (let step = 0; step < 6; step += 1) await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("combobox", { name: "Finds" })).toHaveValue("today & p1");
  await page.keyboard.press("Control+a");
  await page.keyboard.type("p1");
  await expect(page.getByRole("dialog")).toContainText("Finds 1 task");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Hot", level: 1 })).toBeVisible();
  await expect(taskRow(page, "Urgent thing")).toBeVisible();
});

test("projects: one below another, to the archive, read there, and back", async ({ page }) => {
  for (const name of ["Home", "Garden"]) await addProject(page, name);
  await open(page, "/today");
  const garden = page.getByRole("region", { name: "Projects" }).getByRole("link", { name: /^Garden/ });
  const home = page.getByRole("region", { name: "Projects" }).getByRole("listitem").filter({ has: page.getByRole("link", { name: /^Home/ }) });
  await tabTo(page, garden);
  await expect(async () => {
    await page.keyboard.press("Alt+ArrowRight");
    await expect(home.getByRole("link", { name: /^Garden/ })).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(garden).toBeFocused();
  await page.keyboard.press("Alt+ArrowLeft");
  await expect(home.getByRole("link", { name: /^Garden/ })).toBeHidden();
  await expect(garden).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Garden", level: 1 })).toBeVisible();
  await tabTo(page, page.getByRole("button", { name: "Options for Garden" }));
  await page.keyboard.press("Enter");
  await page.keyboard.type("arch");
  await tabTo(page, page.getByRole("menuitem", { name: "Archive" }), "ArrowDown");
  await page.keyboard.press("Enter");
  await expect(garden).toBeHidden();
  await go(page, "Archive");
  await tabTo(page, page.getByRole("main").getByRole("link", { name: "Garden" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("note")).toContainText("This project is in the archive");
  expect(await violations(page), "archived").toEqual([]);
  await tabTo(page, page.getByRole("button", { name: "Bring back" }));
  await page.keyboard.press("Enter");
  await expect(garden).toBeVisible();
});

test("chat: asked, approved, and undone", async ({ page }) => {
  await addTask(page, { title: "Pay rent", due_date: dayFromToday(0) });
  await open(page, "/today");
  await live(page);
  await page.keyboard.press("c");
  await page.keyboard.press("c");
  await expect(composer(page)).toBeFocused();
  await page.keyboard.type("delete pay rent");
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("log").getByRole("button", { name: "Do it" }), "Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("log").getByText("Approved")).toBeVisible();
  await expect(taskRow(page, "Pay rent")).toBeHidden();
  await tabTo(page, page.getByRole("log").getByRole("button", { name: "Undo" }).last(), "Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(taskRow(page, "Pay rent")).toBeVisible();
});

test("search, trash and activity", async ({ page }) => {
  await page.request.delete(`/api/tasks/${(await addTask(page, { title: "Thrown away" })).id}`);
  await open(page, "/today");
  await go(page, "Trash");
  await tabTo(page, page.getByRole("button", { name: "Restore “Thrown away”" }));
  await page.keyboard.press("Enter");
  await expect(toast(page, "“Thrown away” is back")).toBeVisible();
  await go(page, "Activity");
  await tabTo(page, page.getByRole("main").getByRole("button", { name: "Undo" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main").getByRole("button", { name: "Redo" })).toBeVisible();
  await tabTo(page, page.getByRole("main").getByRole("button", { name: "Redo" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main").getByText("Undone").first()).toBeVisible();
  await go(page, "Search");
  await expect(page.getByRole("searchbox")).toBeFocused();
  await page.keyboard.type("thrown");
  await tabTo(page, page.getByRole("main").locator("[data-task-title]"));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Title" })).toHaveValue("Thrown away");
});

test("settings: the first day of the week, and out", async ({ page }) => {
  await open(page, "/today");
  await go(page, "Settings");
  await tabTo(page, page.getByLabel("Week begins on"));
  await page.keyboard.type("Sun");
  await expect(page.getByLabel("Week begins on")).toHaveValue("sunday");
  await tabTo(page, page.getByRole("button", { name: "Save" }));
  await page.keyboard.press("Enter");
  await expect(page.getByText("Profile saved", { exact: true })).toBeVisible();
  await tabTo(page, page.getByRole("main").getByRole("button", { name: "Sign out", exact: true }));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/sign-in$/);
});
