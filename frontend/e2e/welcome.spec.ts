// The first minutes of a new account.
import { taskRow } from "./support/app";
import { expect, ready, test } from "./support/test";

test("a new account is shown what it can do, and gets a sample project on request", async ({ page, account }) => {
  expect(account.email).toContain("@");
  await page.goto("/today");
  await ready(page);
  await page.getByRole("button", { name: "Try it" }).click();
  await expect(page.getByRole("dialog").getByText("every Fri", { exact: true })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Make a sample project" }).click();
  await expect(page.getByRole("heading", { name: "A look around", level: 1 })).toBeVisible();
  await expect(taskRow(page, "Plan a weekend away")).toBeVisible();
  await page.getByRole("link", { name: /^Today/ }).click();
  await expect(taskRow(page, "Open me")).toBeVisible();
});

test("what was sent away does not come back", async ({ page, account }) => {
  expect(account.email).toContain("@");
  await page.goto("/today");
  await page.getByRole("button", { name: "Don’t show this again" }).click();
  await page.reload();
  await ready(page);
  await expect(page.getByText("Nothing left for today")).toBeVisible();
  await expect(page.getByRole("heading", { name: "A few things to try" })).toBeHidden();
});
