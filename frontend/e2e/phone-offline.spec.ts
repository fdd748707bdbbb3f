// Without a connection, on a phone: what is done waits, says so, and is sent.
import { checkboxOf, quickAddInput, taskRow } from "./support/app";
import { violations } from "./support/axe";
import { addTask, expect, live, ready, test as base } from "./support/test";

// The browser and the framework log each request that fails.
const test = base.extend({ watchful: undefined });

test.use({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });

test("changes wait for the connection and are sent when it is back", async ({ page, account, context }) => {
  expect(account.email).toContain("@");
  await addTask(page, { title: "Water the plants" });
  await page.goto("/inbox");
  await ready(page);
  await live(page);
  await expect(page.locator("html[data-installed][data-kept]")).toBeAttached({ timeout: 30_000 });
  const banner = page.getByRole("status");
  await context.setOffline(true);
  await expect(banner.filter({ hasText: "You are offline" })).toBeVisible();
  await checkboxOf(page, "Water the plants").tap();
  await page.getByRole("button", { name: "Add task" }).first().tap();
  await quickAddInput(page).fill("Feed the cat");
  await page.getByRole("dialog").getByRole("button", { name: "Add task" }).tap();
  await expect(taskRow(page, "Feed the cat")).toBeVisible();
  await expect(banner.filter({ hasText: "2 changes wait" })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await context.setOffline(false);
  await expect(banner.filter({ hasText: /wait|Sending/ })).toBeHidden();
  const { items } = (await (await page.request.get("/api/tasks")).json()) as { items: { title: string }[] };
  expect(items.map(({ title }) => title)).toEqual(["Feed the cat"]);
});

test("a task added to Today stands there at once, also when the app is opened anew", async ({ page, account, context }) => {
  expect(account.email).toContain("@");
  await page.goto("/today");
  await ready(page);
  await live(page);
  await expect(page.locator("html[data-installed][data-kept]")).toBeAttached({ timeout: 30_000 });
  await context.setOffline(true);
  const banner = page.getByRole("status");
  await expect(banner.filter({ hasText: "You are offline" })).toBeVisible();
  await page.getByRole("button", { name: "Add task" }).first().tap();
  await quickAddInput(page).fill("Feed the cat at 11:59pm");
  await page.getByRole("dialog").getByRole("button", { name: "Add task" }).tap();
  const waits = taskRow(page, "Feed the cat at 11:59pm").getByText("Not sent yet");
  await expect(waits).toBeVisible();
  await page.reload();
  await expect(waits).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await context.setOffline(false);
  await expect(banner.filter({ hasText: /wait|Sending/ })).toBeHidden();
  await expect(taskRow(page, "Feed the cat")).toContainText("23:59");
  await expect(taskRow(page, "Feed the cat")).toHaveCount(1);
  await expect(waits).toBeHidden();
});
