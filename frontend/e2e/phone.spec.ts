// Each journey once more on a phone: taps and a finger, no keyboard shortcut, nothing wider than the screen.
import { checkboxOf, composer, quickAddInput, say, taskRow, toast } from "./support/app";
import { bar, day, follow, list, main, menu, open, PHONE, sound, test, title, undo } from "./support/phone";
import { addProject, addTask, dayFromToday, expect, live, PASSWORD, ready } from "./support/test";
import { dragByFinger, hold, swipe } from "./support/touch";

test.use(PHONE);

test.beforeEach(({ account }) => {
  expect(account.email).toContain("@");
});

test("quick add: chips, one of them rejected, and where it went", async ({ page }) => {
  await open(page, "/today");
  await bar(page, "Add task").tap();
  const dialog = page.getByRole("dialog");
  await quickAddInput(page).fill("Pay rent tomorrow at 5pm p1");
  await expect(dialog.getByText("Tomorrow 17:00")).toBeVisible();
  await dialog.getByRole("button", { name: "Leave “p1” in the title" }).tap();
  await expect(dialog.getByText("Priority 1")).toBeHidden();
  await sound(page, "quick add");
  await dialog.getByRole("button", { name: "Add task" }).tap();
  await expect(toast(page, "Added “Pay rent p1” to Inbox")).toBeVisible();
  await follow(page, /^Upcoming/);
  await expect(taskRow(page, "Pay rent p1")).toContainText("17:00");
});

test("a list: held to select, completed together, undone, edited", async ({ page }) => {
  for (const name of ["One", "Two", "Three"]) await addTask(page, { title: name });
  await open(page, "/inbox");
  await live(page);
  await hold(page, title(page, "One"));
  await expect(page.getByRole("toolbar", { name: "1 selected" })).toBeVisible();
  await hold(page, title(page, "Two"));
  await sound(page, "selected");
  await page.getByRole("toolbar", { name: "2 selected" }).getByRole("button", { name: "Complete" }).tap();
  await expect(taskRow(page, "One")).toBeHidden();
  await undo(page, "Completed 2 tasks");
  await expect(taskRow(page, "Two")).toBeVisible();
  await swipe(page, title(page, "Three"), -120);
  await expect(page.getByRole("toolbar")).toBeHidden();

  await title(page, "Three").tap();
  const dialog = page.getByRole("dialog", { name: "Edit task" });
  await dialog.getByRole("textbox", { name: "Title" }).fill("Third");
  await dialog.getByRole("button", { name: /^Due date/ }).tap();
  const picker = page.getByRole("dialog", { name: "Due date" });
  await expect(picker.getByRole("textbox", { name: "When" })).toBeVisible();
  await sound(page, "due date");
  await picker.getByRole("button", { name: /^Tomorrow/ }).tap();
  await expect(picker).toBeHidden();
  await sound(page, "edit");
  await dialog.getByRole("button", { name: "Save" }).tap();
  await expect(taskRow(page, "Third")).toContainText("Tomorrow");
  await checkboxOf(page, "Third").tap();
  await expect(taskRow(page, "Third")).toBeHidden();
});

test("a project: rows arranged by a finger, then as a board", async ({ page }) => {
  const project = (await addProject(page, "A kitchen with a name that is far too long for one line")).id;
  await page.request.post(`/api/projects/${project}/sections`, { data: { name: "Doing" } });
  for (const name of ["One", "Two"]) await addTask(page, { title: name, project_id: project });
  await open(page, `/projects/${project}`);
  await dragByFinger(page, title(page, "Two"), title(page, "One"));
  await expect(main(page).getByRole("listitem")).toHaveText([/Two/, /One/]);
  await page.getByRole("button", { name: "Show as board" }).tap();
  await expect(list(page, "No section").getByRole("listitem")).toHaveText([/Two/, /One/]);
  await sound(page, "board");
  // The next column is half in sight: what is dropped there goes there.
  await dragByFinger(page, title(page, "One"), page.getByRole("region", { name: "Doing" }).getByRole("heading"));
  await expect(list(page, "Doing").getByRole("listitem")).toHaveText([/One/]);
  await expect(async () => {
    await title(page, "One").tap({ timeout: 2_000 });
    await expect(page.getByRole("dialog", { name: "Edit task" })).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await sound(page, "edit, with a long project");
});

test("upcoming: a task goes to another day by a finger", async ({ page }) => {
  await addTask(page, { title: "Dentist", due_date: dayFromToday(1) });
  await open(page, "/upcoming");
  await sound(page, "upcoming");
  await dragByFinger(page, title(page, "Dentist"), day(page, 3));
  await expect(day(page, 3)).toContainText("Dentist");
  await undo(page, "Moved “Dentist”");
  await expect(day(page, 1)).toContainText("Dentist");
});

test("labels and filters: made in the menu, put in order by a finger", async ({ page }) => {
  await addTask(page, { title: "Urgent thing", priority: 1 });
  await page.request.post("/api/labels", { data: { name: "first", color: "teal" } });
  await open(page, "/today");
  await bar(page, "Menu").tap();
  await menu(page).getByRole("button", { name: "New label" }).tap();
  await page.getByRole("textbox", { name: "Name" }).fill("phone");
  await page.getByRole("dialog").getByRole("button", { name: "Create label" }).tap();
  await expect(page.getByRole("heading", { name: "phone", level: 1 })).toBeVisible();

  await bar(page, "Menu").tap();
  await sound(page, "menu");
  const labels = menu(page).getByRole("region", { name: "Labels" }).getByRole("link");
  await expect(labels).toHaveText([/^first/, /^phone/]);
  await expect(async () => {
    await dragByFinger(page, labels.nth(1), labels.nth(0));
    await expect(labels).toHaveText([/^phone/, /^first/], { timeout: 1_000 });
  }).toPass();

  await menu(page).getByRole("button", { name: "New filter" }).tap();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Name" }).fill("Hot");
  const query = dialog.getByRole("combobox", { name: "Finds" });
  await query.fill("ov");
  await dialog.getByRole("option", { name: "overdue" }).tap();
  await expect(query).toHaveValue("overdue");
  await query.fill("overdue | p1");
  await expect(dialog).toContainText("Finds 1 task");
  await sound(page, "filter");
  await dialog.getByRole("button", { name: "Save" }).tap();
  await expect(page.getByRole("heading", { name: "Hot", level: 1 })).toBeVisible();
  await expect(taskRow(page, "Urgent thing")).toBeVisible();
});

test("palette and search", async ({ page }) => {
  await addTask(page, { title: "Renew the passport", notes: "in Lisbon" });
  await open(page, "/today");
  await main(page).getByRole("button", { name: "Search" }).tap();
  const palette = page.getByRole("dialog", { name: "Command palette" });
  await palette.getByRole("combobox").fill("lisbon");
  await sound(page, "palette");
  await palette.getByRole("option", { name: "Renew the passport" }).tap();
  await page.getByRole("dialog", { name: "Edit task" }).getByRole("button", { name: "Cancel" }).tap();
  await main(page).getByRole("button", { name: "Search" }).tap();
  await palette.getByRole("combobox").fill("passport");
  await palette.getByRole("option", { name: /^Search everything/ }).tap();
  await expect(page).toHaveURL(/\/search\?q=passport/);
  await expect(list(page, "Search").getByRole("listitem")).toHaveText([/Renew the passport/]);
  await sound(page, "search");
});

test("chat: asked first, approved, undone", async ({ page }) => {
  await addTask(page, { title: "Pay rent", due_date: dayFromToday(0) });
  await open(page, "/today");
  await live(page);
  await bar(page, "Assistant").tap();
  await say(page, "delete pay rent");
  await composer(page).blur();
  await sound(page, "approval");
  await page.getByRole("log").getByRole("button", { name: "Do it" }).tap();
  await expect(page.getByRole("log").getByText("Approved")).toBeVisible();
  await page.getByRole("log").getByRole("button", { name: "Undo" }).last().tap();
  await page.getByRole("button", { name: "Close assistant" }).tap();
  await expect(taskRow(page, "Pay rent")).toBeVisible();
});

test("completed, trash, activity and archive", async ({ page }) => {
  await page.request.delete(`/api/tasks/${(await addTask(page, { title: "Thrown away" })).id}`);
  const project = (await addProject(page, "Garden")).id;
  await addTask(page, { title: "Plant a tree", project_id: project });
  await page.request.post(`/api/projects/${project}/archive`);
  await open(page, "/today");
  await bar(page, "Menu").tap();
  await menu(page).getByRole("button", { name: "More" }).tap();
  await menu(page).getByRole("link", { name: "Trash" }).tap();
  await expect(page.getByRole("heading", { name: "Trash", level: 1 })).toBeVisible();
  await sound(page, "trash");
  await page.getByRole("button", { name: "Restore “Thrown away”" }).tap();
  await expect(page.getByText("The trash is empty").first()).toBeVisible();
  await open(page, "/activity");
  await sound(page, "activity");
  await main(page).getByRole("listitem").filter({ hasText: "Thrown away" }).first().getByRole("button", { name: "Undo" }).tap();
  await expect(main(page).getByRole("button", { name: "Redo" })).toBeVisible();

  await open(page, "/archive");
  await main(page).getByRole("link", { name: "Garden" }).tap();
  await expect(page.getByRole("note")).toContainText("This project is in the archive");
  await expect(list(page, "Garden").getByRole("listitem")).toHaveText([/Plant a tree/]);
  await sound(page, "archived project");
  await page.getByRole("button", { name: "Bring back" }).tap();
  await expect(page.getByRole("note")).toBeHidden();
  await expect(checkboxOf(page, "Plant a tree")).toBeVisible();
});

test("settings: a week that begins on Sunday, the welcome sent away everywhere, out and in again", async ({ page, account }) => {
  await open(page, "/today");
  await page.getByRole("button", { name: "Don’t show this again" }).tap();
  await expect(page.getByRole("heading", { name: "A few things to try" })).toBeHidden();
  await follow(page, /^Settings/);
  await page.getByLabel("Week begins on").selectOption("Sunday");
  await page.getByRole("button", { name: "Save" }).tap();
  await expect(page.getByText("Profile saved", { exact: true })).toBeVisible();
  await sound(page, "settings");
  await page.getByRole("button", { name: "Sign out", exact: true }).tap();
  await expect(page).toHaveURL(/\/sign-in$/);
  await page.evaluate(() => window.localStorage.clear());
  await page.getByRole("textbox", { name: "Email" }).fill(account.email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).tap();
  await expect(page.getByText("Nothing left for today")).toBeVisible();
  await ready(page);
  await expect(page.getByRole("button", { name: "Don’t show this again" })).toBeHidden();
});
