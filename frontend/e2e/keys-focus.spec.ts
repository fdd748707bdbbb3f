// Whatever is removed with the keys alone hands the focus on to what stands where it stood, and what closes gives it back.
import type { Page } from "@playwright/test";
import { taskRow, toast } from "./support/app";
import { go, list, main, open, pick, press, somebodyHasFocus, tabTo, test, title, write } from "./support/keys";
import { addProject, addTask, dayFromToday, expect, PASSWORD } from "./support/test";

test.beforeEach(({ account }) => {
  expect(account.email).toContain("@");
});

const menuOf = (page: Page, name: string) => page.getByRole("navigation").getByRole("button", { name: `Arrange ${name}` });
const heading = (page: Page, name: string) => main(page).getByRole("heading", { name, level: 1 });

test("projects: deleted and archived from the navigation, and from their page", async ({ page }) => {
  for (const name of ["Attic", "Boat", "Cellar"]) await addProject(page, name);
  const shown = await addProject(page, "Den");
  await open(page, "/inbox");
  await pick(page, menuOf(page, "Boat"), "Archive");
  await expect(menuOf(page, "Cellar")).toBeFocused();
  await pick(page, menuOf(page, "Cellar"), "Delete project");
  await expect(menuOf(page, "Den")).toBeFocused();
  await open(page, `/projects/${shown.id}`);
  await pick(page, main(page).getByRole("button", { name: "Options for Den" }), "Delete project");
  await expect(heading(page, "Inbox")).toBeFocused();
  await go(page, "Attic");
  await expect(heading(page, "Attic")).toBeFocused();
  await pick(page, main(page).getByRole("button", { name: "Options for Attic" }), "Archive");
  await expect(heading(page, "Inbox")).toBeFocused();
});

test("sections: renamed, deleted, one added and left", async ({ page }) => {
  const project = (await addProject(page, "Kitchen")).id;
  for (const name of ["Plan", "Build", "Rest"]) await page.request.post(`/api/projects/${project}/sections`, { data: { name } });
  await open(page, `/projects/${project}`);
  const menu = (name: string) => main(page).getByRole("button", { name: `Options for ${name}` });
  await pick(page, menu("Plan"), "Rename section");
  await page.keyboard.press("Control+a");
  await page.keyboard.type("Think");
  await page.keyboard.press("Enter");
  await expect(main(page).getByRole("button", { name: /^Think/ })).toBeFocused();
  await pick(page, menu("Think"), "Delete section");
  await expect(menu("Build")).toBeFocused();
  await pick(page, menu("Rest"), "Delete section");
  await expect(menu("Build")).toBeFocused();
  await press(page, main(page).getByRole("button", { name: "Add section" }));
  await page.keyboard.press("Escape");
  await expect(main(page).getByRole("button", { name: "Add section" })).toBeFocused();
});

test("labels and filters lead away from their page when they are deleted", async ({ page }) => {
  const label = (await (await page.request.post("/api/labels", { data: { name: "phone" } })).json()) as { id: string };
  await open(page, `/labels/${label.id}`);
  await pick(page, main(page).getByRole("button", { name: "Options for phone" }), "Delete label");
  await expect(main(page).getByRole("heading", { level: 1 })).toBeFocused();
  const filter = (await (await page.request.post("/api/filters", { data: { name: "Urgent", query: "p1" } })).json()) as { id: string };
  await open(page, `/filters/${filter.id}`);
  await pick(page, main(page).getByRole("button", { name: "Options for Urgent" }), "Delete filter");
  await expect(main(page).getByRole("heading", { level: 1 })).toBeFocused();
});

test("a task's dialog: reminders taken away, and the task itself", async ({ page }) => {
  const { id } = await addTask(page, { title: "Dentist", due_at: `${dayFromToday(2)}T10:00:00Z`, time_zone: "Europe/Berlin" });
  await addTask(page, { title: "Errand" });
  for (const minutes_before of [10, 60]) await page.request.post(`/api/tasks/${id}/reminders`, { data: { minutes_before } });
  await open(page, "/inbox");
  await tabTo(page, taskRow(page, "Dentist").locator("[data-task-title]"));
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Edit task" });
  await press(page, dialog.getByRole("button", { name: "Reminders" }));
  const removals = dialog.getByRole("button", { name: /^Remove reminder/ });
  await press(page, removals);
  await expect(removals).toHaveCount(1);
  await expect(removals).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(removals).toHaveCount(0);
  await somebodyHasFocus(page);
  expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  await press(page, dialog.getByRole("button", { name: "Delete", exact: true }));
  await expect(dialog).toBeHidden();
  await expect(title(page, "Errand")).toBeFocused();
});

test("an undo in a message gives the focus back to the page", async ({ page }) => {
  for (const name of ["One", "Two"]) await addTask(page, { title: name });
  await open(page, "/inbox");
  await tabTo(page, title(page, "One"));
  await page.keyboard.press("Delete");
  await expect(title(page, "Two")).toBeFocused();
  const undo = toast(page, "Deleted “One”").getByRole("button", { name: "Undo" });
  await expect(undo).toBeVisible();
  await page.keyboard.press("F8");
  await expect(undo).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(taskRow(page, "One")).toBeVisible();
  await expect(title(page, "Two")).toBeFocused();
});

test("everything overdue gets another date, and what asked for it goes", async ({ page }) => {
  await addTask(page, { title: "Late", due_date: dayFromToday(-3) });
  await addTask(page, { title: "Now", due_date: dayFromToday(0) });
  await open(page, "/today");
  await press(page, main(page).getByRole("button", { name: "Reschedule" }));
  await page.keyboard.type("today");
  await page.keyboard.press("Enter");
  await expect(main(page).getByRole("button", { name: "Reschedule" })).toBeHidden();
  await somebodyHasFocus(page);
});

test("devices and tokens: one after the other is sent away", async ({ page, browser, account, baseURL }) => {
  for (let device = 0; device < 2; device += 1) {
    const context = await browser.newContext({ baseURL: baseURL ?? "" });
    await context.request.post("/api/auth/login", { data: { email: account.email, password: PASSWORD } });
    await context.close();
  }
  await open(page, "/settings");
  const devices = list(page, "Where you are signed in").getByRole("listitem");
  await press(page, devices.getByRole("button").first());
  await expect(devices).toHaveCount(2);
  await expect(devices.getByRole("button").first()).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(devices).toHaveCount(1);
  await somebodyHasFocus(page);
  for (const name of ["Script", "Robot"]) {
    await press(page, page.getByRole("button", { name: "New token" }));
    await write(page, page.getByRole("textbox", { name: "Name" }).last(), name);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("status").getByRole("code")).toBeVisible();
    await somebodyHasFocus(page);
  }
  await press(page, page.getByRole("button", { name: "Revoke Script" }), "Shift+Tab");
  await press(page, page.getByRole("button", { name: "Cancel" }), "Shift+Tab");
  await expect(page.getByRole("button", { name: "Revoke Script" })).toBeFocused();
  await page.keyboard.press("Enter");
  await press(page, page.getByRole("button", { name: "Revoke for good" }));
  await expect(page.getByRole("button", { name: "Revoke Script" })).toBeHidden();
  await expect(page.getByRole("button", { name: "Revoke Robot" })).toBeFocused();
});

test("what closes gives the focus back, also where nothing had it", async ({ page }) => {
  await addTask(page, { title: "One" });
  await open(page, "/inbox");
  for (const key of ["q", "Control+k", "?"]) {
    await page.keyboard.press(key);
    await expect(page.getByRole("dialog")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(main(page), key).toBeFocused();
  }
  await tabTo(page, title(page, "One"));
  for (const key of ["q", "Control+k", "?", "d", "l", "v", "e", "Enter"]) {
    await page.keyboard.press(key);
    await expect(page.getByRole("dialog")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(title(page, "One"), key).toBeFocused();
  }
});
