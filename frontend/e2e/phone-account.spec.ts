// An account on a phone: signing up, settings, who has access, files in and out.
import { readFile } from "node:fs/promises";
import { quickAddInput, taskRow, toast } from "./support/app";
import { bar, follow, list, main, open, PHONE, sound, test, undo } from "./support/phone";
import { programAsking, programIsLetIn } from "./support/program";
import { addTask, dayFromToday, expect, newAccount, PASSWORD, ready, ZONE } from "./support/test";
import { chooseAfter } from "./support/files";
import { momentOf } from "../lib/dates";

test.use(PHONE);

test("signing up, the welcome and a project to look around in", async ({ page }) => {
  const { name, email, password } = newAccount();
  await page.goto("/sign-in");
  await sound(page, "sign in");
  await page.getByRole("link", { name: "Create account" }).tap();
  await expect(page.getByRole("heading", { name: "Make it a calm day" })).toBeVisible();
  await page.getByRole("textbox", { name: "Name" }).fill(name);
  await page.getByRole("textbox", { name: "Email" }).fill(email);
  await page.getByLabel("Password").fill(password);
  await sound(page, "sign up");
  await page.getByRole("button", { name: "Create account" }).tap();
  await expect(page.getByRole("heading", { name: "Today", level: 1 })).toBeVisible();
  await ready(page);
  await page.getByRole("button", { name: "Try it" }).tap();
  await expect(page.getByRole("dialog").getByText("every Fri", { exact: true })).toBeVisible();
  await expect(quickAddInput(page)).toHaveValue(/every friday/);
  await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).tap();
  await page.getByRole("button", { name: "Make a sample project" }).tap();
  await expect(page.getByRole("heading", { name: "A look around", level: 1 })).toBeVisible();
  await expect(taskRow(page, "Plan a weekend away")).toBeVisible();
  await sound(page, "sample project");
});

test("name, zone, clock, looks, language and password", async ({ page, account }) => {
  await addTask(page, { title: "Dentist", due_at: momentOf(dayFromToday(1), "17:30", ZONE), time_zone: ZONE });
  await open(page, "/today");
  await follow(page, /^Settings/);
  await page.getByRole("textbox", { name: "Name" }).fill("Grace");
  await page.getByLabel("Time zone").selectOption("Europe/London");
  await page.getByLabel("Clock").selectOption("5:00 PM");
  await main(page).getByRole("button", { name: "Save" }).tap();
  await expect(page.getByText("Profile saved", { exact: true })).toBeVisible();
  await page.getByRole("radio", { name: "Dark" }).tap();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.getByLabel("Current password").fill("not the password");
  await page.getByLabel("New password").fill("another horse battery");
  await page.getByRole("button", { name: "Change password" }).tap();
  await expect(page.getByText("That is not your current password.")).toBeVisible();
  await sound(page, "wrong password");
  await page.getByLabel("Current password").fill(PASSWORD);
  await page.getByRole("button", { name: "Change password" }).tap();
  await expect(page.getByText("Password changed. You are signed out everywhere else.", { exact: true })).toBeVisible();
  const login = { email: account.email, password: "another horse battery" };
  expect((await page.request.post("/api/auth/login", { data: login })).status()).toBe(200);
  await follow(page, /^Upcoming/);
  await expect(taskRow(page, "Dentist")).toContainText("4:30 PM");
  await follow(page, /^Settings/);
  await page.getByLabel("Language", { exact: true }).selectOption("Deutsch");
  await expect(page.getByRole("heading", { name: "Einstellungen", level: 1 })).toBeVisible();
});

test("a device is signed out, a token made, copied and revoked", async ({ page, browser, account, baseURL }) => {
  const context = await browser.newContext({ baseURL: baseURL ?? "" });
  await context.request.post("/api/auth/login", { data: { email: account.email, password: PASSWORD } });
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page, "/settings");
  const devices = list(page, "Where you are signed in").getByRole("listitem");
  await devices.filter({ hasNotText: "This device" }).getByRole("button").tap();
  await expect(devices).toHaveCount(1);
  expect((await context.request.get("/api/auth/me")).status()).toBe(401);
  await context.close();

  await page.getByRole("button", { name: "New token" }).tap();
  await page.getByRole("textbox", { name: "Name" }).last().fill("Script");
  await page.getByRole("button", { name: "Create token" }).tap();
  await sound(page, "token");
  await page.getByRole("button", { name: "Copy token" }).tap();
  const token = (await page.getByRole("status").getByRole("code").textContent()) ?? "";
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(token);
  await page.getByRole("button", { name: "Revoke Script" }).tap();
  await page.getByRole("button", { name: "Revoke for good" }).tap();
  await expect(page.getByText("You have no tokens.")).toBeVisible();
});

test("a program is let in, shown among the connected, and its access taken back", async ({ page, account }) => {
  expect(account.email).toContain("@");
  const asking = await programAsking(page, "Editor");
  await page.goto(asking);
  await sound(page, "asked for access");
  await page.getByRole("button", { name: "Allow", exact: true }).tap();
  await programIsLetIn(page, asking);
  await open(page, "/settings");
  const apps = list(page, "Connected apps");
  await expect(apps.getByRole("listitem")).toHaveText([/Editor.*Read and change/]);
  await apps.getByRole("button", { name: "Revoke Editor" }).tap();
  await page.getByRole("button", { name: "Revoke for good" }).tap();
  await expect(page.getByText("No apps are connected.")).toBeVisible();
});

test("a file is looked at, brought in, taken back, and everything saved as one", async ({ page, account }) => {
  expect(account.email).toContain("@");
  await open(page, "/today");
  await follow(page, /^Settings/);
  const field = page.getByLabel("Choose a file, or drop it here");
  const table = "Title,Priority,Labels\nPlan the garden,1,outside\nBuy seeds,4,";
  await chooseAfter(page, () => field.tap(), { name: "Garden.csv", mimeType: "text/csv", buffer: Buffer.from(table) });
  await expect(page.getByRole("heading", { name: "What is in Garden.csv" })).toBeInViewport();
  await expect(page.getByText("2 tasks", { exact: false }).first()).toBeVisible();
  await sound(page, "what is in a file");
  await page.getByRole("button", { name: "Import" }).tap();
  await expect(toast(page, "Imported 2 tasks")).toBeVisible();
  await undo(page, "Imported 2 tasks");
  await expect(toast(page, "Undone")).toBeVisible();
  const { items } = (await (await page.request.get("/api/tasks")).json()) as { items: unknown[] };
  expect(items).toEqual([]);

  await bar(page, "Add task").tap();
  await quickAddInput(page).fill("Keep me");
  await page.getByRole("dialog").getByRole("button", { name: "Add task" }).tap();
  await expect(toast(page, "Added “Keep me”")).toBeVisible();
  for (const [link, name, content] of [
    ["Everything (JSON)", /^todo-.*\.json$/, '"Keep me"'],
    ["Tasks (CSV)", /\.csv$/, "Keep me"],
    ["To-dos (iCalendar)", /\.ics$/, "SUMMARY:Keep me"],
  ] as const) {
    const saving = page.waitForEvent("download");
    await page.getByRole("link", { name: link }).tap();
    const download = await saving;
    expect(download.suggestedFilename()).toMatch(name);
    expect(await readFile(await download.path(), "utf8")).toContain(content);
  }
});
