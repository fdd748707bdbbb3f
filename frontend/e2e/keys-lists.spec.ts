// Lists by keys alone: sections, labels, filters, many tasks at once, pasted lines, conflicts, what is done and thrown away.
import type { Page } from "@playwright/test";
import { checkboxOf, quickAddInput, taskRow, toast } from "./support/app";
import { violations } from "./support/axe";
import { go, list, main, open, pick, press, tabTo, test, title, write } from "./support/keys";
import { addProject, addTask, dayFromToday, expect, ready, withoutStream } from "./support/test";

test.beforeEach(({ account }) => {
  expect(account.email).toContain("@");
});

const headings = (page: Page) => main(page).getByRole("heading", { level: 2 });

test("Today: what is overdue is put off, what is due is done", async ({ page }) => {
  await addTask(page, { title: "Late", due_date: dayFromToday(-1) });
  await addTask(page, { title: "Now", due_date: dayFromToday(0) });
  await open(page, "/today");
  await page.keyboard.press("j");
  await expect(taskRow(page, "Late").locator("[data-task-title]")).toBeFocused();
  await page.keyboard.press("d");
  await page.keyboard.type("no date");
  await expect(page.getByRole("dialog")).toContainText("The date is taken away");
  await page.keyboard.press("Enter");
  await expect(taskRow(page, "Late")).toBeHidden();
  await page.keyboard.press("z");
  await expect(list(page, "Overdue").getByRole("listitem")).toHaveText([/Late/]);
  await tabTo(page, taskRow(page, "Now").locator("[data-task-title]"));
  await page.keyboard.press("Space");
  await expect(taskRow(page, "Now")).toBeHidden();
});

test("sections: made, filled, folded, moved, renamed and deleted", async ({ page }) => {
  const project = (await addProject(page, "Kitchen")).id;
  await open(page, `/projects/${project}`);
  for (const name of ["Plan", "Build"]) {
    await press(page, page.getByRole("button", { name: "Add section" }));
    await page.keyboard.type(name);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: new RegExp(`^${name}`) })).toBeVisible();
  }
  await press(page, main(page).getByRole("button", { name: "Add task to Plan" }), "Shift+Tab");
  await page.keyboard.type("Measure tomorrow");
  await page.keyboard.press("Enter");
  await expect(list(page, "Plan").getByRole("listitem")).toHaveText([/Measure.*Tomorrow/]);
  await page.keyboard.press("Escape");
  await press(page, page.getByRole("button", { name: /^Plan 1/ }), "Shift+Tab");
  await expect(taskRow(page, "Measure")).toBeHidden();
  await page.keyboard.press("Space");
  await expect(taskRow(page, "Measure")).toBeVisible();
  await pick(page, main(page).getByRole("button", { name: "Options for Plan" }), "Move down");
  await expect(headings(page)).toHaveText([/^Build/, /^Plan/]);
  await pick(page, main(page).getByRole("button", { name: "Options for Plan" }), "Rename section");
  await page.keyboard.press("Control+a");
  await page.keyboard.type("Ideas");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: /^Ideas/ })).toBeVisible();
  await pick(page, main(page).getByRole("button", { name: "Options for Ideas" }), "Delete section");
  await expect(taskRow(page, "Measure")).toBeHidden();
  await expect(toast(page, "Deleted “Ideas”")).toBeVisible();
  await page.keyboard.press("z");
  await expect(taskRow(page, "Measure")).toBeVisible();
});

test("a label: made, worn, renamed and deleted", async ({ page }) => {
  await addTask(page, { title: "Call the bank" });
  await open(page, "/inbox");
  await page.keyboard.press("j");
  await page.keyboard.press("l");
  await expect(page.getByRole("combobox", { name: "Find or create a label" })).toBeFocused();
  await page.keyboard.type("phone");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("option", { name: "phone" })).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Control+Enter");
  await expect(taskRow(page, "Call the bank")).toContainText("phone");
  await go(page, "phone");
  await expect(page.getByRole("heading", { name: "phone", level: 1 })).toBeVisible();
  await pick(page, page.getByRole("button", { name: "Options for phone" }), "Rename or recolor");
  await write(page, page.getByRole("textbox", { name: "Name" }), "calls");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "calls", level: 1 })).toBeVisible();
  await pick(page, page.getByRole("button", { name: "Options for calls" }), "Delete label");
  await expect(toast(page, "Deleted the label “calls”")).toBeVisible();
  await page.keyboard.press("z");
  await expect(page.getByRole("navigation", { name: "Navigation" }).getByRole("link", { name: /^calls/ }).first()).toBeVisible();
});

test("a filter is corrected where it is wrong, kept, changed and deleted", async ({ page }) => {
  await addTask(page, { title: "Urgent thing", priority: 1 });
  await open(page, "/today");
  await go(page, "New filter");
  await page.keyboard.type("Hot");
  const dialog = page.getByRole("dialog");
  await write(page, dialog.getByRole("combobox", { name: "Finds" }), "p1 & todya");
  await expect(dialog.locator("[data-trouble]")).toHaveText("todya");
  await press(page, dialog.getByRole("button", { name: "Use “today”" }));
  await expect(dialog.getByRole("combobox", { name: "Finds" })).toHaveValue("p1 & today");
  await press(page, dialog.getByRole("button", { name: "Save" }));
  await expect(page.getByRole("heading", { name: "Hot", level: 1 })).toBeVisible();
  await pick(page, page.getByRole("button", { name: "Options for Hot" }), "Edit filter");
  await write(page, dialog.getByRole("combobox", { name: "Finds" }), "p1");
  await expect(dialog).toContainText("Finds 1 task");
  await press(page, dialog.getByRole("button", { name: "Save" }));
  await expect(taskRow(page, "Urgent thing")).toBeVisible();
});

test("many are selected, changed as one, and let go", async ({ page }) => {
  for (const name of ["One", "Two", "Three"]) await addTask(page, { title: name });
  await open(page, "/inbox");
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  await page.keyboard.press("Shift+ArrowDown");
  const bar = page.getByRole("toolbar", { name: "2 selected" });
  await expect(bar).toBeVisible();
  await pick(page, bar.getByRole("button", { name: "Priority" }), "Priority 2");
  await expect(checkboxOf(page, "Two")).toHaveAttribute("title", "Priority 2");
  await expect(toast(page, "Changed 2 tasks")).toBeVisible();
  await page.keyboard.press("z");
  await expect(checkboxOf(page, "Two")).not.toHaveAttribute("title");
  await tabTo(page, main(page).locator("[data-task-title]"), "Shift+Tab");
  await page.keyboard.press("x");
  await page.keyboard.press("Shift+ArrowDown");
  await expect(bar).toBeVisible();
  await page.keyboard.press("d");
  await page.keyboard.type("tomorrow");
  await page.keyboard.press("Enter");
  await expect(taskRow(page, "One")).toContainText("Tomorrow");
  await expect(taskRow(page, "Two")).toContainText("Tomorrow");
  await expect(taskRow(page, "Three")).not.toContainText("Tomorrow");
  await tabTo(page, title(page, "Three"));
  await page.keyboard.press("x");
  await expect(page.getByRole("toolbar", { name: "1 selected" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("toolbar")).toBeHidden();
});

test("what can be done with many comes after the page by Tab, before the assistant", async ({ page }) => {
  await addTask(page, { title: "One" });
  await open(page, "/inbox");
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  const bar = page.getByRole("toolbar", { name: "1 selected" });
  await tabTo(page, bar.getByRole("button", { name: "Complete" }));
  await page.keyboard.press("Shift+Tab");
  await expect(main(page).getByRole("button", { name: "Show completed" })).toBeFocused();
  await tabTo(page, bar.getByRole("button", { name: "Clear the selection" }));
  await page.keyboard.press("Tab");
  await expect(page.getByRole("complementary", { name: "Assistant" }).locator(":focus")).toHaveCount(1);
});

test("pasted lines become tasks after a look, and a chip is sent away with Delete", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page, "/inbox");
  await page.evaluate(() => navigator.clipboard.writeText("- Buy milk tomorrow\n- Call Mum p1\n3. Pay rent every month"));
  await page.keyboard.press("q");
  await expect(quickAddInput(page)).toBeFocused();
  await page.keyboard.press("Control+v");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("list", { name: "Tasks to add" }).getByRole("listitem")).toHaveCount(3);
  expect(await violations(page), "pasted").toEqual([]);
  await press(page, dialog.getByRole("button", { name: "Leave out “Buy milk”" }));
  await press(page, dialog.getByRole("button", { name: "Add 2 tasks" }));
  await expect(taskRow(page, "Pay rent")).toBeVisible();
  await expect(toast(page, "Added 2 tasks")).toBeVisible();
  await page.keyboard.press("z");
  await expect(page.getByText("Your Inbox is clear")).toBeVisible();

  await page.keyboard.press("q");
  await page.keyboard.type("Read tomorrow p1");
  await tabTo(page, dialog.getByRole("button", { name: "Leave “tomorrow” in the title" }));
  await page.keyboard.press("Delete");
  await expect(dialog.getByRole("button", { name: "Leave “tomorrow” in the title" })).toBeHidden();
  await tabTo(page, quickAddInput(page), "Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(taskRow(page, "Read tomorrow")).toBeVisible();
});

test("what was changed elsewhere is shown, and both kept", async ({ page }) => {
  const { id } = await addTask(page, { title: "Pay rent" });
  await withoutStream(page);
  // With all that comes after the page itself, such as who looks after the focus.
  await page.goto("/inbox", { waitUntil: "networkidle" });
  await ready(page);
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Edit task" });
  await expect(dialog.getByRole("textbox", { name: "Title" })).toBeFocused();
  await page.request.patch(`/api/tasks/${id}`, { data: { notes: "from elsewhere" } });
  await write(page, dialog.getByRole("textbox", { name: "Title" }), "Pay the rent");
  await page.keyboard.press("Control+Enter");
  await press(page, dialog.getByRole("button", { name: "Keep my changes" }));
  await expect(dialog.getByRole("textbox", { name: "Notes" })).toHaveValue("from elsewhere");
  await press(page, dialog.getByRole("button", { name: "Save" }));
  await expect(dialog).toBeHidden();
  const task = (await (await page.request.get(`/api/tasks/${id}`)).json()) as object;
  expect(task).toMatchObject({ title: "Pay the rent", notes: "from elsewhere" });
});

test("a length of time in words, and from those offered", async ({ page }) => {
  await addTask(page, { title: "Tidy up" });
  await open(page, "/inbox");
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Edit task" });
  const field = dialog.getByRole("combobox", { name: "Duration" });
  await write(page, field, "for an hour and a half");
  await expect(page.getByRole("option")).toHaveText(["1 hour 30 minutes"]);
  await page.keyboard.press("Tab");
  await expect(field).toHaveValue("1 hour 30 minutes");
  await tabTo(page, field, "Shift+Tab");
  await page.keyboard.press("ArrowDown");
  expect(await violations(page), "lengths").toEqual([]);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(field).toHaveValue("2 hours");
  await page.keyboard.press("Control+Enter");
  await expect(dialog).toBeHidden();
  const { items } = (await (await page.request.get("/api/tasks")).json()) as { items: { duration_minutes: number }[] };
  expect(items[0]?.duration_minutes).toBe(120);
});

test("what is done is opened again; what was thrown away goes for good", async ({ page }) => {
  await page.request.post(`/api/tasks/${(await addTask(page, { title: "Done before" })).id}/complete`);
  await page.request.delete(`/api/tasks/${(await addTask(page, { title: "For good" })).id}`);
  await open(page, "/completed");
  await tabTo(page, page.getByRole("checkbox", { name: "Reopen “Done before”" }));
  await page.keyboard.press("Space");
  await expect(taskRow(page, "Done before")).toBeHidden();
  await open(page, "/trash");
  await press(page, page.getByRole("button", { name: "Delete “For good” for good" }));
  await press(page, page.getByRole("dialog").getByRole("button", { name: "Delete for good" }));
  await expect(toast(page, "“For good” is gone for good")).toBeVisible();
  await page.goto("/inbox");
  await ready(page);
  await expect(taskRow(page, "Done before")).toBeVisible();
});
