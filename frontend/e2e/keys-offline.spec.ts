// Without a connection, by keys alone: what is done waits, says so, and is sent.
import { open, test as base } from "./support/keys";
import { addTask, expect } from "./support/test";

// The browser and the framework log each request that fails.
const test = base.extend({ watchful: undefined });

test("done and added, told, and sent", async ({ page, account, context }) => {
  expect(account.email).toContain("@");
  await addTask(page, { title: "Water the plants" });
  await open(page, "/inbox");
  await expect(page.locator("html[data-installed][data-kept]")).toBeAttached({ timeout: 30_000 });
  await page.keyboard.press("j");
  await context.setOffline(true);
  await expect(page.getByRole("status").filter({ hasText: "You are offline" })).toBeVisible();
  await page.keyboard.press("Space");
  await page.keyboard.press("q");
  await page.keyboard.type("Feed the cat");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "2 changes wait" })).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByRole("status").filter({ hasText: /wait|Sending/ })).toBeHidden();
  const { items } = (await (await page.request.get("/api/tasks")).json()) as { items: { title: string }[] };
  expect(items.map((task) => task.title)).toEqual(["Feed the cat"]);
});
