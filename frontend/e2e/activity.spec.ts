// What happened, where one command did very much: told by its number, read page by page, taken back by keys alone.
import type { Page } from "@playwright/test";
import { violations } from "./support/axe";
import { addTask, dayFromToday, expect, ready, test } from "./support/test";

const MANY = 230;

async function importMany(page: Page): Promise<void> {
  const tasks = Array.from({ length: MANY }, (_, index) => ({ id: `t${index}`, project_id: "p", title: `Plant tree ${index + 1}` }));
  const data = { format: "todo-account", version: 1, projects: [{ id: "p", name: "Orchard" }], tasks };
  expect((await page.request.post("/api/import", { data })).status()).toBe(200);
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole("main").getByRole("button", { name, exact: true }).focus();
  await page.keyboard.press("Enter");
}

test("an import of many is told by its number, read page by page and taken back by keys", async ({ page, account }) => {
  expect(account.email).toContain("@");
  await importMany(page);
  await page.goto("/activity");
  await ready(page);
  await expect(page.getByText(`${MANY} tasks, 1 project: “Orchard”, “Plant tree 1”, “Plant tree 2” and`)).toBeVisible();
  await press(page, "Show all");
  const changes = page.getByRole("list", { name: "All that was changed" }).getByRole("listitem");
  await expect(changes).toHaveCount(100);
  await press(page, "Show more");
  await expect(changes).toHaveCount(200);
  await press(page, "Show more");
  await expect(changes).toHaveCount(MANY + 1);
  await expect(changes.last()).toContainText(`Plant tree ${MANY}`);
  expect(await violations(page)).toEqual([]);

  await press(page, "Undo");
  await expect(page.getByRole("main").getByText("Undone", { exact: true })).toBeVisible();
  await expect(page.getByText(`Undone: “`)).toBeVisible();
  const openTasks = async (): Promise<number> => {
    const { items } = (await (await page.request.get("/api/tasks?limit=200")).json()) as { items: unknown[] };
    return items.length;
  };
  expect(await openTasks()).toBe(0);
  await press(page, "Redo");
  await expect.poll(openTasks).toBe(200);
});

test("it fits on a phone", async ({ page, account }) => {
  expect(account.email).toContain("@");
  await page.setViewportSize({ width: 390, height: 844 });
  await importMany(page);
  await page.goto("/activity");
  await ready(page);
  await page.getByRole("button", { name: "Show all" }).click();
  await expect(page.getByRole("list", { name: "All that was changed" })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)).toBe(false);
  expect(await violations(page)).toEqual([]);
});

test("what was done to a task is said in its line, and each of several when they are shown", async ({ page, account }) => {
  expect(account.email).toContain("@");
  const { id } = await addTask(page, { title: "Pay rent", due_date: dayFromToday(0) });
  const other = await addTask(page, { title: "Water the plants" });
  const send = async (method: "patch" | "post", path: string, data: object): Promise<void> => {
    expect((await page.request[method](path, { data })).status()).toBe(200);
  };
  await send("patch", `/api/tasks/${id}`, { title: "Pay the rent" });
  await send("patch", `/api/tasks/${id}`, { due_date: dayFromToday(1) });
  const operations = [
    { op: "patch", id, changes: { priority: 1 } },
    { op: "complete", id: other.id },
  ];
  await send("post", "/api/tasks/bulk", { operations });
  await send("post", `/api/tasks/${id}/complete`, {});
  await page.goto("/activity");
  await ready(page);
  const rows = page.getByRole("main").getByRole("listitem");
  await expect(rows.nth(0)).toContainText("Completed · in the app");
  await expect(rows.nth(1)).toContainText("Changed · in the app");
  await expect(rows.nth(2)).toContainText("Due date: Today → Tomorrow · in the app");
  await expect(rows.nth(3)).toContainText("Renamed, was “Pay rent” · in the app");
  await page.getByRole("button", { name: "Show all" }).click();
  const all = page.getByRole("list", { name: "All that was changed" }).getByRole("listitem");
  await expect(all).toHaveText([/Pay the rent.*Priority: No priority → Priority 1/, /Water the plants.*Completed/]);
});
