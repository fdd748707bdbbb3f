// What people see when something does not work.
import type { Route } from "@playwright/test";
import { checkboxOf, composer, quickAddInput, say, taskRow, toast } from "./support/app";
import { addTask, expect, live, ready, test } from "./support/test";

const UNAVAILABLE = {
  status: 503,
  contentType: "application/problem+json",
  body: JSON.stringify({
    type: "urn:todo:problem:database-unavailable",
    title: "Service Unavailable",
    status: 503,
    detail: "The database does not answer. Nothing was changed; try again.",
  }),
};

/** In the app's own words, whatever the server says. */
const UNANSWERED = "The server is not answering right now. Nothing was changed; try again in a moment.";

test.beforeEach(({ account }) => {
  expect(account.email).toContain("@");
});

test("a list that can't be loaded says so and can be asked for again", async ({ page }) => {
  await addTask(page, { title: "Water the plants" });
  await page.goto("/inbox");
  await ready(page);
  await live(page);
  await page.getByRole("checkbox", { name: "Complete “Water the plants”" }).click();
  await expect(page.getByText("Your Inbox is clear")).toBeVisible();
  await page.route("**/api/tasks?*", (route) => route.fulfill(UNAVAILABLE));
  await page.getByRole("button", { name: "Show completed" }).click();
  const alert = page.getByRole("main").getByRole("alert");
  await expect(alert).toContainText("Your tasks could not be loaded");
  await expect(alert).toContainText(UNANSWERED);
  await page.unroute("**/api/tasks?*");
  await alert.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("checkbox", { name: "Reopen “Water the plants”" })).toBeVisible();
});

test("a change that is refused is taken back, with a message", async ({ page }) => {
  await addTask(page, { title: "Water the plants" });
  await page.goto("/inbox");
  await ready(page);
  await page.route("**/complete", (route) => route.fulfill(UNAVAILABLE));
  await checkboxOf(page, "Water the plants").click();
  await expect(toast(page, UNANSWERED)).toBeVisible();
  await expect(checkboxOf(page, "Water the plants")).toHaveAttribute("aria-checked", "false");
  await page.unroute("**/complete");
  await checkboxOf(page, "Water the plants").click();
  await expect(taskRow(page, "Water the plants")).toBeHidden();
});

test("a task whose deletion is refused is back in its place", async ({ page }) => {
  for (const title of ["One", "Two", "Three"]) await addTask(page, { title });
  await page.goto("/inbox");
  await ready(page);
  await live(page);
  // Neither the deletion nor the list can be had: what stands there has to be right by itself.
  await page.route("**/api/tasks**", (route) => route.fulfill(UNAVAILABLE));
  await taskRow(page, "Two").getByRole("button", { name: /^Two/ }).focus();
  await page.keyboard.press("Delete");
  await expect(toast(page, UNANSWERED)).toBeVisible();
  const titles = page.getByRole("list", { name: "Inbox" }).getByRole("listitem");
  await expect(titles).toHaveText([/^One/, /^Two/, /^Three/]);
});

test("quick add keeps the text when it can't be sent, and sending again makes one task", async ({ page }) => {
  await page.goto("/inbox");
  await ready(page);
  // The first time the server gets the line, but its answer is lost.
  await page.route("**/api/quick-add", async (route) => {
    await route.fetch();
    await route.abort();
  }, { times: 1 });
  await page.keyboard.press("q");
  await quickAddInput(page).fill("Buy oat milk");
  await quickAddInput(page).press("Enter");
  await expect(page.getByRole("dialog").getByRole("alert")).toContainText("can’t be reached");
  await expect(quickAddInput(page)).toHaveValue("Buy oat milk");
  await quickAddInput(page).press("Enter");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(taskRow(page, "Buy oat milk")).toHaveCount(1);
});

test("an answer that is cut off on its way is had anew, and nothing is done twice", async ({ page }) => {
  await page.goto("/inbox");
  await ready(page);
  // The server has done all of it; only the first event comes through.
  const cut = async (route: Route): Promise<void> => {
    const response = await route.fetch();
    const [first = ""] = (await response.text()).split("\n\n");
    await route.fulfill({ response, body: `${first}\n\n` });
  };
  await page.route("**/api/chat", cut, { times: 1 });
  await say(page, "add buy milk");
  await expect(page.getByRole("log")).toContainText("Added");
  await expect(page.getByRole("log").getByRole("alert")).toHaveCount(0);
  await expect(taskRow(page, "Buy milk")).toHaveCount(1);
});

test("an answer that breaks off again and again says so and can be asked for again", async ({ page }) => {
  await page.goto("/today");
  await ready(page);
  await page.route("**/api/chat", (route) =>
    route.fulfill({
      contentType: "text/event-stream",
      body: 'event: conversation\ndata: {"id":"00000000-0000-7000-8000-000000000001","title":"x"}\n\nevent: text\ndata: {"delta":"Let me"}\n\n',
    }),
  );
  await composer(page).fill("what is due today?");
  await composer(page).press("Enter");
  const log = page.getByRole("log");
  await expect(log.getByRole("alert")).toContainText("broke off");
  await expect(log).toContainText("Let me");
  await page.unroute("**/api/chat");
  await page.route("**/api/chat", (route) => route.fulfill(UNAVAILABLE), { times: 1 });
  await log.getByRole("button", { name: "Try again" }).click();
  await expect(log.getByRole("alert")).toContainText(UNANSWERED);
  await page.getByRole("button", { name: "New conversation" }).click();
  await say(page, "what is due today?");
  await expect(log).toContainText("Nothing due today");
});

test("an answer can be stopped", async ({ page }) => {
  await page.goto("/today");
  await ready(page);
  const held = Promise.withResolvers<undefined>();
  await page.route("**/api/chat", async (route) => {
    await held.promise;
    await route.abort();
  });
  await composer(page).fill("what is due today?");
  await composer(page).press("Enter");
  await expect(page.getByRole("log")).toContainText("Thinking");
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(page.getByRole("log")).toContainText("Stopped");
  await expect(page.getByRole("button", { name: "Send", exact: true })).toBeVisible();
  held.resolve(undefined);
});

test("a page that does not exist says so", async ({ page }) => {
  const answer = await page.goto("/no/such/page");
  expect(answer?.status()).toBe(404);
  await expect(page.getByText("There is nothing here")).toBeVisible();
});
