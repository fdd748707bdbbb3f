// A day and a week are planned: what is overdue is put off, and tasks are added where one looks at them.
import { quickAdd, quickAddInput, taskRow } from "./support/app";
import { addProject, addTask, dayFromToday, expect, live, ready, test } from "./support/test";

test("all that is overdue goes to another day at once, and comes back at once", async ({ page, account }) => {
  expect(account.email).toContain("@");
  for (const [title, days] of [["Return the drill", -2], ["Call the insurance", -1], ["Pay rent", 0]] as const) {
    await addTask(page, { title, due_date: dayFromToday(days) });
  }
  await page.goto("/today");
  await ready(page);
  await live(page);
  await page.getByRole("button", { name: "Reschedule" }).click();
  await expect(page.getByRole("dialog", { name: "Date of 2 tasks" })).toBeVisible();
  await page.keyboard.type("tomorrow");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(taskRow(page, "Return the drill")).toBeHidden();
  await expect(page.getByRole("button", { name: "Reschedule" })).toBeHidden();
  await expect(page.locator("main:focus, main :focus")).toBeVisible();
  await expect(taskRow(page, "Pay rent")).toBeVisible();
  await page.keyboard.press("z");
  await expect(taskRow(page, "Return the drill")).toBeVisible();
  await expect(taskRow(page, "Call the insurance")).toBeVisible();
});

test("what is added on Today is due today, and at a day of Upcoming on that day", async ({ page, account }) => {
  expect(account.email).toContain("@");
  await addTask(page, { title: "Dentist", due_date: dayFromToday(2) });
  await page.goto("/today");
  await ready(page);
  await quickAdd(page, "Water the plants");
  await expect(taskRow(page, "Water the plants")).toBeVisible();
  await page.goto("/upcoming");
  await ready(page);
  await page.getByRole("button", { name: /^Add task to/ }).nth(2).click();
  await quickAddInput(page).fill("Optician 3pm");
  await expect(page.getByRole("dialog").getByText(/15:00/)).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toBeHidden();
  const tasks = (await (await page.request.get("/api/tasks?filter=search: optician")).json()) as { items: { due_at: string }[] };
  expect(tasks.items[0]?.due_at.slice(0, 10)).toBe(dayFromToday(3));
  await page.goto("/inbox");
  await ready(page);
  await quickAdd(page, "Some day");
  await expect(taskRow(page, "Some day")).toBeVisible();
  await expect(taskRow(page, "Some day")).not.toContainText("Today");
});

test("a project is taken by the beginning of its name", async ({ page, account }) => {
  expect(account.email).toContain("@");
  const project = await addProject(page, "Moving house");
  await page.goto("/today");
  await ready(page);
  await page.keyboard.press("q");
  await quickAddInput(page).pressSequentially("Pack the books #mov");
  await expect(page.getByRole("option", { name: "Moving house" })).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(quickAddInput(page)).toHaveValue("Pack the books #Moving house ");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toBeHidden();
  await page.goto(`/projects/${project.id}`);
  await expect(taskRow(page, "Pack the books")).toContainText("Today");
});

test("a stretch is selected with Shift and a click, and all with Ctrl and A", async ({ page, account }) => {
  expect(account.email).toContain("@");
  for (const title of ["One", "Two", "Three", "Four"]) await addTask(page, { title, due_date: dayFromToday(0) });
  await page.goto("/today");
  await ready(page);
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  await expect(page.getByRole("toolbar", { name: "1 selected" })).toBeVisible();
  await page.locator("[data-task-title]").nth(2).click({ modifiers: ["Shift"] });
  await expect(page.getByRole("toolbar", { name: "3 selected" })).toBeVisible();
  await page.keyboard.press("Control+a");
  await expect(page.getByRole("toolbar", { name: "4 selected" })).toBeVisible();
  await expect(page.getByRole("dialog")).toBeHidden();
});
