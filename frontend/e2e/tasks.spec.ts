import { checkboxOf, quickAdd, quickAddInput, taskRow, toast, undoFromToast } from "./support/app";
import { addProject, addTask, dayFromToday, expect, ready, test } from "./support/test";

test.beforeEach(({ account }) => {
  expect(account.email).toContain("@");
});

test("Today shows what is overdue first, then what is due today, and not what comes later", async ({ page }) => {
  await addTask(page, { title: "Late", due_date: dayFromToday(-1) });
  await addTask(page, { title: "Now", due_date: dayFromToday(0) });
  await addTask(page, { title: "Later", due_date: dayFromToday(1) });
  await page.goto("/today");
  await expect(page.getByRole("list", { name: "Overdue" }).getByRole("listitem")).toHaveText([/Late/]);
  await expect(page.getByRole("list", { name: "Today" }).getByRole("listitem")).toHaveText([/Now/]);
  await expect(taskRow(page, "Late")).toContainText("Yesterday");
  await expect(page.getByRole("main")).not.toContainText("Later");
});

test("quick add shows what it understood and drops what no longer holds", async ({ page }) => {
  await addProject(page, "Home");
  await page.goto("/inbox");
  await ready(page);
  await page.keyboard.press("q");
  const dialog = page.getByRole("dialog");
  await quickAddInput(page).pressSequentially("Fix the tap #Home tomorrow p2");
  await expect(dialog.getByText("Tomorrow", { exact: true })).toBeVisible();
  await expect(dialog.getByText("Priority 2")).toBeVisible();
  await expect(dialog.getByText("Goes to Home", { exact: true })).toBeVisible();
  await expect(dialog.locator("mark")).toHaveText(["#Home", "tomorrow", "p2"]);
  await quickAddInput(page).fill("Fix the tap");
  await expect(dialog.locator("mark")).toHaveCount(0);
  await expect(dialog.getByText("Priority 2")).toBeHidden();
  await quickAddInput(page).press("Escape");
  await expect(dialog).toBeHidden();
});

test("a task added in a project goes to that project", async ({ page }) => {
  const { id } = await addProject(page, "Home");
  await page.goto(`/projects/${id}`);
  await ready(page);
  await quickAdd(page, "Fix the tap");
  await expect(taskRow(page, "Fix the tap")).toBeVisible();
  await expect(toast(page, "Added “Fix the tap” to Home")).toBeVisible();
  await page.getByRole("link", { name: /^Inbox/ }).click();
  await expect(page.getByText("Your Inbox is clear")).toBeVisible();
});

test("completing leaves the list, can be undone, and is found among the completed", async ({ page }) => {
  await addTask(page, { title: "Water the plants" });
  await page.goto("/inbox");
  await ready(page);
  await checkboxOf(page, "Water the plants").click();
  await expect(taskRow(page, "Water the plants")).toBeHidden();
  await undoFromToast(page, "Completed “Water the plants”");
  await expect(checkboxOf(page, "Water the plants")).toBeVisible();

  await checkboxOf(page, "Water the plants").click();
  await expect(page.getByText("Your Inbox is clear")).toBeVisible();
  await page.getByRole("button", { name: "Show completed" }).click();
  await page.getByRole("checkbox", { name: "Reopen “Water the plants”" }).click();
  await expect(page.getByText("Nothing completed here yet.")).toBeVisible();
  await expect(checkboxOf(page, "Water the plants")).toBeVisible();
});

test("editing changes everything about a task", async ({ page }) => {
  await addProject(page, "Home");
  await addTask(page, { title: "Pay rnet", notes: "old" });
  await page.goto("/inbox");
  await ready(page);
  await page.getByRole("button", { name: /^Pay rnet/ }).click();
  const dialog = page.getByRole("dialog", { name: "Edit task" });
  await dialog.getByRole("textbox", { name: "Title" }).fill("Pay rent");
  await dialog.getByRole("textbox", { name: "Notes" }).fill("By standing order");
  const picker = page.getByRole("dialog", { name: "Due date" });
  await dialog.getByRole("button", { name: /^Due date/ }).click();
  await picker.getByRole("button", { name: /^Tomorrow/ }).click();
  await dialog.getByRole("button", { name: /^Due date Tomorrow/ }).click();
  await picker.getByLabel("Time").fill("17:00");
  await picker.getByRole("button", { name: "Done" }).click();
  await dialog.getByRole("combobox", { name: "Priority" }).click();
  await page.getByRole("option", { name: "Priority 1" }).click();
  await dialog.getByRole("combobox", { name: "Project" }).click();
  await page.getByRole("option", { name: "Home" }).click();
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("Your Inbox is clear")).toBeVisible();

  await page.getByRole("link", { name: /^Home/ }).click();
  await expect(taskRow(page, "Pay rent")).toContainText("Tomorrow 17:00");
  await expect(taskRow(page, "Pay rent").getByRole("img", { name: "Has notes" })).toBeVisible();
  await expect(checkboxOf(page, "Pay rent")).toHaveAttribute("title", "Priority 1");
  await undoFromToast(page, "Changed “Pay rent”");
  await expect(page.getByText("A clean slate")).toBeVisible();
});

test("changes that are not saved are not thrown away by a slip", async ({ page }) => {
  await addTask(page, { title: "Pay rent" });
  await page.goto("/inbox");
  await ready(page);
  await page.getByRole("button", { name: /^Pay rent/ }).click();
  await page.getByRole("textbox", { name: "Notes" }).fill("Twelve months");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog").getByRole("alert")).toHaveText("You have unsaved changes.");
  await page.getByRole("button", { name: "Keep editing" }).click();
  await expect(page.getByRole("textbox", { name: "Notes" })).toHaveValue("Twelve months");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Discard" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
});

test("a task changed elsewhere is not overwritten", async ({ page }) => {
  const { id } = await addTask(page, { title: "Pay rent" });
  await page.goto("/inbox");
  await ready(page);
  await page.getByRole("button", { name: /^Pay rent/ }).click();
  await page.request.patch(`/api/tasks/${id}`, { data: { notes: "from elsewhere" } });
  await page.getByRole("textbox", { name: "Title" }).fill("Pay the rent");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("dialog").getByRole("alert")).toContainText("was changed elsewhere");
  const task = (await (await page.request.get(`/api/tasks/${id}`)).json()) as { title: string; notes: string };
  expect(task).toMatchObject({ title: "Pay rent", notes: "from elsewhere" });
});

test("deleting can be undone", async ({ page }) => {
  await addTask(page, { title: "Old idea" });
  await page.goto("/inbox");
  await ready(page);
  await taskRow(page, "Old idea").hover();
  await page.getByRole("button", { name: "Options for “Old idea”" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await expect(page.getByText("Your Inbox is clear")).toBeVisible();
  await undoFromToast(page, "Deleted “Old idea”");
  await expect(taskRow(page, "Old idea")).toBeVisible();
});

test("long lists come page by page", async ({ page }) => {
  const inbox = ((await (await page.request.get("/api/auth/me")).json()) as { inbox_project_id: string }).inbox_project_id;
  for (let batch = 0; batch < 6; batch += 1) {
    await Promise.all(
      Array.from({ length: 20 }, (_, index) => addTask(page, { title: `Task ${batch * 20 + index}`, project_id: inbox })),
    );
  }
  await page.goto("/inbox");
  await ready(page);
  const rows = page.getByRole("list", { name: "Inbox" }).getByRole("listitem");
  await expect(rows).toHaveCount(100);
  await page.getByRole("button", { name: "Show more" }).click();
  await expect(rows).toHaveCount(120);
  await expect(page.getByRole("button", { name: "Show more" })).toBeHidden();
});

test("titles are text, whatever is in them", async ({ page }) => {
  const title = "<img src=x onerror=alert(1)> **bold** ’; DROP TABLE task; 👩‍👩‍👧";
  await addTask(page, { title });
  await page.goto("/inbox");
  await expect(page.getByRole("main").getByText(title)).toBeVisible();
});
