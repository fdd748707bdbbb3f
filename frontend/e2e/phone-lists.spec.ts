// Lists on a phone: days, sections, labels, filters, many tasks at once, pasted lines, conflicts, what is done and thrown away.
import type { Page } from "@playwright/test";
import { checkboxOf, pasteIntoQuickAdd, quickAddInput, taskRow, toast } from "./support/app";
import { bar, follow, list, main, menu, open, PHONE, pick, sound, test, title, undo } from "./support/phone";
import { addProject, addTask, dayFromToday, expect, withoutStream } from "./support/test";
import { dragByFinger, hold } from "./support/touch";

test.use(PHONE);

test.beforeEach(({ account }) => {
  expect(account.email).toContain("@");
});

const row = (page: Page, name: string) => taskRow(page, name).locator("[data-task-title]");
const headings = (page: Page) => main(page).getByRole("heading", { level: 2 });

test("Today: what is overdue first, put off with the picker in words, and what is due done", async ({ page }) => {
  await addTask(page, { title: "Late", due_date: dayFromToday(-1) });
  await addTask(page, { title: "Now", due_date: dayFromToday(0) });
  await open(page, "/today");
  await expect(list(page, "Overdue").getByRole("listitem")).toHaveText([/Late/]);
  await expect(list(page, "Today").getByRole("listitem")).toHaveText([/Now/]);
  await row(page, "Late").tap();
  const dialog = page.getByRole("dialog", { name: "Edit task" });
  await dialog.getByRole("button", { name: /^Due date/ }).tap();
  const picker = page.getByRole("dialog", { name: "Due date" });
  await picker.getByRole("textbox", { name: "When" }).fill("no date");
  await expect(picker).toContainText("The date is taken away");
  await sound(page, "picker");
  await picker.getByRole("button", { name: "Done" }).tap();
  await dialog.getByRole("button", { name: "Save" }).tap();
  await expect(taskRow(page, "Late")).toBeHidden();
  await undo(page, "Changed “Late”");
  await expect(list(page, "Overdue").getByRole("listitem")).toHaveText([/Late/]);
  await checkboxOf(page, "Now").tap();
  await expect(taskRow(page, "Now")).toBeHidden();
});

test("sections: made, filled, folded, moved, renamed and deleted", async ({ page }) => {
  const project = (await addProject(page, "Kitchen")).id;
  await open(page, `/projects/${project}`);
  for (const name of ["Plan", "Build"]) {
    await page.getByRole("button", { name: "Add section" }).tap();
    const field = page.getByRole("textbox", { name: "Name of the section" });
    await field.fill(name);
    await field.press("Enter");
    await expect(page.getByRole("heading", { name: new RegExp(`^${name}`) })).toBeVisible();
  }
  await main(page).getByRole("button", { name: "Add task to Plan" }).tap();
  const line = main(page).getByRole("textbox");
  await line.fill("Measure tomorrow");
  await line.press("Enter");
  await expect(list(page, "Plan").getByRole("listitem")).toHaveText([/Measure.*Tomorrow/]);
  await sound(page, "adding in a section");
  await page.getByRole("button", { name: /^Plan 1/ }).tap();
  await expect(taskRow(page, "Measure")).toBeHidden();
  await page.getByRole("button", { name: /^Plan 1/ }).tap();
  await expect(taskRow(page, "Measure")).toBeVisible();
  await pick(page, "Options for Plan", "Move down");
  await expect(headings(page)).toHaveText([/^Build/, /^Plan/]);
  await pick(page, "Options for Plan", "Rename section");
  await page.getByRole("textbox", { name: "Name of the section" }).fill("Ideas");
  await page.getByRole("textbox", { name: "Name of the section" }).press("Enter");
  await expect(page.getByRole("heading", { name: /^Ideas/ })).toBeVisible();
  await pick(page, "Options for Ideas", "Delete section");
  await expect(taskRow(page, "Measure")).toBeHidden();
  await undo(page, "Deleted “Ideas”");
  await expect(taskRow(page, "Measure")).toBeVisible();
});

test("a task goes below another by a finger, gets subtasks of its own, and is duplicated", async ({ page }) => {
  const project = (await addProject(page, "Kitchen")).id;
  for (const name of ["One", "Two"]) await addTask(page, { title: name, project_id: project });
  await open(page, `/projects/${project}`);
  await row(page, "One").tap();
  const dialog = page.getByRole("dialog", { name: "Edit task" });
  await dialog.getByRole("button", { name: "Subtasks" }).tap();
  const line = dialog.getByRole("textbox", { name: "Subtask of “One”" });
  await line.fill("Part of it");
  await line.press("Enter");
  await expect(dialog.getByRole("checkbox", { name: "Complete “Part of it”" })).toBeVisible();
  await sound(page, "subtasks");
  await dialog.getByRole("button", { name: "Cancel" }).tap();
  await expect(page.getByRole("button", { name: "Subtasks of “One”: 0/1 done" })).toBeVisible();
  await dragByFinger(page, title(page, "Two"), title(page, "Part of it"));
  await expect(page.getByRole("button", { name: "Subtasks of “One”: 0/2 done" })).toBeVisible();
  await page.getByRole("button", { name: "Subtasks of “One”: 0/2 done" }).tap();
  await expect(taskRow(page, "Part of it")).toBeHidden();
  await row(page, "One").tap();
  await dialog.getByRole("button", { name: "More" }).tap();
  await page.getByRole("menuitem", { name: "Duplicate" }).tap();
  await expect(main(page).getByRole("button", { name: /^One/ })).toHaveCount(2);
});

test("a label: made, worn, renamed and deleted", async ({ page }) => {
  await addTask(page, { title: "Call the bank" });
  await open(page, "/inbox");
  await row(page, "Call the bank").tap();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Add labels" }).tap();
  await dialog.getByRole("combobox", { name: "Find or create a label" }).fill("phone");
  await dialog.getByRole("option", { name: "Create “phone”" }).tap();
  await expect(dialog.getByRole("option", { name: "phone" })).toHaveAttribute("aria-selected", "true");
  await sound(page, "labels");
  await dialog.getByRole("button", { name: "Save" }).tap();
  await expect(taskRow(page, "Call the bank")).toContainText("phone");
  await follow(page, /^phone/);
  await expect(page.getByRole("heading", { name: "phone", level: 1 })).toBeVisible();
  await pick(page, "Options for phone", "Rename or recolor");
  await dialog.getByRole("textbox", { name: "Name" }).fill("calls");
  await dialog.getByRole("button", { name: "Save" }).tap();
  await expect(page.getByRole("heading", { name: "calls", level: 1 })).toBeVisible();
  await pick(page, "Options for calls", "Delete label");
  await expect(page).toHaveURL(/\/today$/);
  await undo(page, "Deleted the label “calls”");
  await bar(page, "Menu").tap();
  await expect(menu(page).getByRole("link", { name: /^calls/ }).first()).toBeVisible();
});

test("a filter is corrected where it is wrong", async ({ page }) => {
  await open(page, "/today");
  await bar(page, "Menu").tap();
  await menu(page).getByRole("button", { name: "New filter" }).tap();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Name" }).fill("Hot");
  await dialog.getByRole("combobox", { name: "Finds" }).fill("p1 & todya");
  await expect(dialog.locator("[data-trouble]")).toHaveText("todya");
  await sound(page, "a filter with a mistake");
  await dialog.getByRole("button", { name: "Use “today”" }).tap();
  await expect(dialog).toContainText("Finds 0 tasks");
  await dialog.getByRole("button", { name: "Save" }).tap();
  await expect(page.getByRole("heading", { name: "Hot", level: 1 })).toBeVisible();
});

test("many are selected and get a priority, a date and a place as one", async ({ page }) => {
  await addProject(page, "Home");
  for (const name of ["One", "Two", "Three"]) await addTask(page, { title: name });
  await open(page, "/inbox");
  const select = async (...names: string[]): Promise<void> => {
    for (const name of names) await hold(page, row(page, name));
    await expect(page.getByRole("toolbar", { name: `${names.length} selected` })).toBeVisible();
  };
  const act = (name: string) => page.getByRole("toolbar").getByRole("button", { name });
  await select("One", "Two");
  await act("Priority").tap();
  await page.getByRole("menuitem", { name: "Priority 2" }).tap();
  await expect(checkboxOf(page, "Two")).toHaveAttribute("title", "Priority 2");
  await undo(page, "Changed 2 tasks");
  await expect(checkboxOf(page, "Two")).not.toHaveAttribute("title");
  await select("One", "Two");
  await act("Date").tap();
  await page.getByRole("dialog").getByRole("button", { name: /^Tomorrow/ }).tap();
  await expect(taskRow(page, "One")).toContainText("Tomorrow");
  await expect(taskRow(page, "Two")).toContainText("Tomorrow");
  await select("Three");
  await act("Move…").tap();
  await page.getByRole("option", { name: "Home" }).tap();
  await expect(taskRow(page, "Three")).toBeHidden();
  await select("One");
  await act("Clear the selection").tap();
  await expect(page.getByRole("toolbar")).toBeHidden();
});

test("pasted lines become tasks after a look", async ({ page }) => {
  await open(page, "/inbox");
  await bar(page, "Add task").tap();
  await expect(quickAddInput(page)).toBeFocused();
  await pasteIntoQuickAdd(page, "- Buy milk tomorrow\n- Call Mum p1\n3. Pay rent every month");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("list", { name: "Tasks to add" }).getByRole("listitem")).toHaveCount(3);
  await sound(page, "pasted");
  await dialog.getByRole("button", { name: "Leave out “Buy milk”" }).tap();
  await dialog.getByRole("button", { name: "Add 2 tasks" }).tap();
  await expect(taskRow(page, "Pay rent")).toBeVisible();
  await undo(page, "Added 2 tasks");
  await expect(page.getByText("Your Inbox is clear")).toBeVisible();
});

test("what was changed elsewhere is shown, and both kept", async ({ page }) => {
  const { id } = await addTask(page, { title: "Pay rent" });
  await withoutStream(page);
  await open(page, "/inbox");
  await title(page, "Pay rent").tap();
  const dialog = page.getByRole("dialog", { name: "Edit task" });
  await page.request.patch(`/api/tasks/${id}`, { data: { notes: "from elsewhere" } });
  await dialog.getByRole("textbox", { name: "Title" }).fill("Pay the rent");
  await dialog.getByRole("button", { name: "Save" }).tap();
  await expect(dialog.getByRole("alert")).toContainText("was changed elsewhere");
  await sound(page, "conflict");
  await dialog.getByRole("button", { name: "Keep my changes" }).tap();
  await expect(dialog.getByRole("textbox", { name: "Notes" })).toHaveValue("from elsewhere");
  await dialog.getByRole("button", { name: "Save" }).tap();
  await expect(dialog).toBeHidden();
  const task = (await (await page.request.get(`/api/tasks/${id}`)).json()) as object;
  expect(task).toMatchObject({ title: "Pay the rent", notes: "from elsewhere" });
});

test("a length of time is chosen from those offered", async ({ page }) => {
  await addTask(page, { title: "Tidy up" });
  await open(page, "/inbox");
  await title(page, "Tidy up").tap();
  const dialog = page.getByRole("dialog", { name: "Edit task" });
  const field = dialog.getByRole("combobox", { name: "Duration" });
  await field.tap();
  await sound(page, "lengths");
  await page.getByRole("option", { name: "45 minutes" }).tap();
  await expect(field).toHaveValue("45 minutes");
  await dialog.getByRole("button", { name: "Save" }).tap();
  await expect(dialog).toBeHidden();
  const { items } = (await (await page.request.get("/api/tasks")).json()) as { items: { duration_minutes: number }[] };
  expect(items[0]?.duration_minutes).toBe(45);
});

test("what is done is opened again; what was thrown away goes for good", async ({ page }) => {
  await page.request.post(`/api/tasks/${(await addTask(page, { title: "Done before" })).id}/complete`);
  await page.request.delete(`/api/tasks/${(await addTask(page, { title: "For good" })).id}`);
  await open(page, "/completed");
  await sound(page, "completed");
  await page.getByRole("checkbox", { name: "Reopen “Done before”" }).tap();
  await expect(taskRow(page, "Done before")).toBeHidden();
  await open(page, "/trash");
  await page.getByRole("button", { name: "Delete “For good” for good" }).tap();
  await sound(page, "for good?");
  await page.getByRole("dialog").getByRole("button", { name: "Delete for good" }).tap();
  await expect(toast(page, "“For good” is gone for good")).toBeVisible();
  await bar(page, "Menu").tap();
  await menu(page).getByRole("link", { name: /^Inbox/ }).tap();
  await expect(taskRow(page, "Done before")).toBeVisible();
});

test("a project is made, renamed, put in the archive by its menu, and deleted", async ({ page }) => {
  await open(page, "/today");
  await bar(page, "Menu").tap();
  await menu(page).getByRole("button", { name: "New project" }).tap();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Name" }).fill("Kitchen");
  await dialog.getByRole("radio", { name: "Orange" }).tap();
  await sound(page, "new project");
  await dialog.getByRole("button", { name: "Create project" }).tap();
  await expect(page.getByRole("heading", { name: "Kitchen", level: 1 })).toBeVisible();
  await pick(page, "Options for Kitchen", "Rename or recolor");
  await dialog.getByRole("textbox", { name: "Name" }).fill("New kitchen");
  await dialog.getByRole("button", { name: "Save" }).tap();
  await expect(page.getByRole("heading", { name: "New kitchen", level: 1 })).toBeVisible();
  await pick(page, "Options for New kitchen", "Delete project");
  await expect(page).toHaveURL(/\/inbox$/);
  await undo(page, "Deleted “New kitchen” with its tasks");
  await follow(page, /^New kitchen/);
  await expect(page.getByRole("heading", { name: "New kitchen", level: 1 })).toBeVisible();
});
