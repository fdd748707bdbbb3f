// Without a connection: the app opens, shows what it had, and sends what was changed when it is back.
import type { Page } from "@playwright/test";
import { checkboxOf, quickAdd, quickAddInput, taskRow } from "./support/app";
import { violations } from "./support/axe";
import { addTask, expect, live, ready, test as base } from "./support/test";

// The browser and the framework log each request that fails.
const test = base.extend({ watchful: undefined });

async function openAndKeep(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await ready(page);
  await live(page);
  await expect(page.locator("html[data-installed][data-kept]")).toBeAttached({ timeout: 30_000 });
}

const unsent = (page: Page, title: string): ReturnType<Page["getByRole"]> =>
  page.getByRole("listitem").filter({ hasText: title }).getByText("Not sent yet");

const banner = (page: Page, text: RegExp): ReturnType<Page["getByText"]> => page.getByRole("status").filter({ hasText: text });

test("opens offline with what it had", async ({ page, account, context }) => {
  expect(account.email).toContain("@");
  await addTask(page, { title: "Water the plants" });
  await openAndKeep(page, "/today");
  await page.locator("html").evaluate((html) => delete html.dataset.kept);
  await page.getByRole("link", { name: /^Inbox/ }).click();
  await expect(taskRow(page, "Water the plants")).toBeVisible();
  await expect(page.locator("html[data-kept]")).toBeAttached();
  await context.setOffline(true);
  await page.goto("/inbox");
  await expect(taskRow(page, "Water the plants")).toBeVisible();
  await ready(page);
  await expect(banner(page, /You are offline/)).toBeVisible();
  await checkboxOf(page, "Water the plants").click();
  await expect(banner(page, /1 change waits/)).toBeVisible();
  await context.setOffline(false);
  await expect(banner(page, /waits|Sending/)).toBeHidden();
  const open = (await (await page.request.get("/api/tasks")).json()) as { items: unknown[] };
  expect(open.items).toEqual([]);
});

test("what is added is in its list at once, stays when the page is opened anew, and is there once when it is sent", async ({ page, account, context }) => {
  expect(account.email).toContain("@");
  const { id } = await addTask(page, { title: "Give a party" });
  await openAndKeep(page, "/inbox");
  await context.setOffline(true);
  await expect(banner(page, /You are offline/)).toBeVisible();
  await quickAdd(page, "Buy milk tomorrow p1");
  await expect(unsent(page, "Buy milk tomorrow p1")).toBeVisible();
  await page.getByRole("button", { name: /^Give a party/ }).focus();
  await page.keyboard.press("a");
  await page.getByRole("textbox", { name: /subtask/i }).fill("Ask Ada on 24 Dec");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await quickAdd(page, "A slip");
  await expect(banner(page, /3 changes wait/)).toBeVisible();
  await page.getByRole("button", { name: /^A slip/ }).focus();
  await page.keyboard.press("Delete");
  await expect(banner(page, /2 changes wait/)).toBeVisible();
  await expect(taskRow(page, "A slip")).toBeHidden();
  await page.reload();
  await expect(unsent(page, "Buy milk tomorrow p1")).toBeVisible();
  await expect(unsent(page, "Ask Ada on 24 Dec")).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await context.setOffline(false);
  await expect(banner(page, /wait|Sending/)).toBeHidden();
  await expect(taskRow(page, "Buy milk")).toHaveCount(1);
  await expect(taskRow(page, "Buy milk")).toContainText("Tomorrow");
  await expect(page.getByText("Not sent yet")).toHaveCount(0);
  const { items } = (await (await page.request.get("/api/tasks")).json()) as { items: Record<string, unknown>[] };
  const tasks = items.toSorted((first, second) => String(first.title).localeCompare(String(second.title)));
  expect(tasks).toMatchObject([
    { title: "Ask Ada", parent_id: id },
    { title: "Buy milk", parent_id: null, priority: 1 },
    { title: "Give a party" },
  ]);
});

test("fifty changes made offline arrive in order", async ({ page, account, context }) => {
  expect(account.email).toContain("@");
  const { id } = await addTask(page, { title: "Counter 0" });
  await openAndKeep(page, "/inbox");
  await context.setOffline(true);
  await expect(banner(page, /You are offline/)).toBeVisible();
  for (let count = 1; count <= 50; count++) {
    await page.keyboard.press("q");
    await quickAddInput(page).fill(`Thing ${count}`);
    await quickAddInput(page).press("Enter");
    await expect(page.getByRole("dialog")).toBeHidden();
  }
  await expect(banner(page, /50 changes wait/)).toBeVisible();
  await expect(taskRow(page, "Thing 50")).toBeVisible();
  await context.setOffline(false);
  await expect(banner(page, /wait|Sending/)).toBeHidden({ timeout: 30_000 });
  const answer = await page.request.get("/api/changes?limit=60");
  const groups = ((await answer.json()) as { items: { changes: { title: string }[] }[] }).items;
  const made = groups.map(({ changes }) => changes[0]?.title).reverse();
  expect(made.filter((title) => title !== "Counter 0")).toEqual(Array.from({ length: 50 }, (_, index) => `Thing ${index + 1}`));
  expect(id).toBeTruthy();
});

test("what was changed elsewhere meanwhile is not overwritten, and the person is told", async ({ page, account, context }) => {
  expect(account.email).toContain("@");
  const { id } = await addTask(page, { title: "Pay rent" });
  await openAndKeep(page, "/inbox");
  await context.setOffline(true);
  await expect(banner(page, /You are offline/)).toBeVisible();
  await page.getByRole("button", { name: /^Pay rent/ }).click();
  await page.getByRole("textbox", { name: "Title" }).fill("Pay the rent");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(taskRow(page, "Pay the rent")).toBeVisible();
  await page.request.patch(`/api/tasks/${id}`, { data: { title: "Pay no rent" } });
  await context.setOffline(false);
  await expect(page.getByRole("region", { name: /could not be kept/ })).toContainText(/Pay (the )?rent/);
  await expect(taskRow(page, "Pay no rent")).toBeVisible();
});

test("signing out leaves nothing behind", async ({ page, account }) => {
  expect(account.email).toContain("@");
  await addTask(page, { title: "A secret" });
  await openAndKeep(page, "/inbox");
  await page.getByRole("button", { name: /^Account of/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/sign-in/);
  const left = await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open("todo-offline");
      request.onsuccess = () => resolve(request.result);
    });
    const counts = await Promise.all(
      ["queue", "seen"].map(
        (name) =>
          new Promise<number>((resolve) => {
            const request = database.transaction(name).objectStore(name).count();
            request.onsuccess = () => resolve(request.result);
          }),
      ),
    );
    const pages = await (await caches.open("todo-pages-1")).keys();
    return { counts, pages: pages.map(({ url }) => url) };
  });
  expect(left).toEqual({ counts: [0, 0], pages: [] });
});
