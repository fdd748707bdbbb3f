// An account by keys alone: signing up, settings, who has access, files in and out.
import { readFile } from "node:fs/promises";
import { violations } from "./support/axe";
import { go, list, main, open, press, tabTo, test, write } from "./support/keys";
import { programAsking, programIsLetIn } from "./support/program";
import { quickAddInput, taskRow, toast } from "./support/app";
import { addTask, dayFromToday, expect, newAccount, PASSWORD, ready, ZONE } from "./support/test";
import { chooseAfter } from "./support/files";
import { momentOf } from "../lib/dates";

test("signing up, the welcome and a project to look around in", async ({ page }) => {
  const { name, email, password } = newAccount();
  await page.goto("/sign-in");
  await press(page, page.getByRole("link", { name: "Create account" }));
  await expect(page.getByRole("heading", { name: "Make it a calm day" })).toBeVisible();
  await write(page, page.getByRole("textbox", { name: "Name" }), name);
  await write(page, page.getByRole("textbox", { name: "Email" }), email);
  await write(page, page.getByLabel("Password"), password);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Today", level: 1 })).toBeVisible();
  await ready(page);
  await press(page, page.getByRole("button", { name: "Try it" }));
  await expect(page.getByRole("dialog").getByText("every Fri", { exact: true })).toBeVisible();
  await expect(quickAddInput(page)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Try it" })).toBeFocused();
  await press(page, page.getByRole("button", { name: "Make a sample project" }));
  await expect(page.getByRole("heading", { name: "A look around", level: 1 })).toBeVisible();
  await expect(taskRow(page, "Plan a weekend away")).toBeVisible();
});

test("name, zone, clock, looks, language and password", async ({ page, account }) => {
  await addTask(page, { title: "Dentist", due_at: momentOf(dayFromToday(1), "17:30", ZONE), time_zone: ZONE });
  await open(page, "/settings");
  await write(page, page.getByRole("textbox", { name: "Name" }), "Grace");
  await tabTo(page, page.getByLabel("Time zone"));
  await page.keyboard.type("Europe/Lon");
  await tabTo(page, page.getByLabel("Clock"));
  await page.keyboard.type("5");
  await press(page, main(page).getByRole("button", { name: "Save" }));
  await expect(page.getByText("Profile saved", { exact: true })).toBeVisible();
  const me = (await (await page.request.get("/api/auth/me")).json()) as Record<string, string>;
  expect(me).toMatchObject({ name: "Grace", time_zone: "Europe/London", hour_cycle: "h12" });

  await tabTo(page, page.getByRole("radio", { checked: true }));
  await page.keyboard.press("ArrowLeft");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await write(page, page.getByLabel("Current password"), PASSWORD);
  await write(page, page.getByLabel("New password"), "another horse battery");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Password changed. You are signed out everywhere else.", { exact: true })).toBeVisible();
  const login = { email: account.email, password: "another horse battery" };
  expect((await page.request.post("/api/auth/login", { data: login })).status()).toBe(200);

  await go(page, "Upcoming");
  await expect(taskRow(page, "Dentist")).toContainText("4:30 PM");
  await open(page, "/settings");
  await tabTo(page, page.getByLabel("Language", { exact: true }));
  await page.keyboard.type("Deu");
  await expect(page.getByRole("heading", { name: "Einstellungen", level: 1 })).toBeVisible();
});

test("a device is signed out, a token made and revoked", async ({ page, browser, account, baseURL }) => {
  const context = await browser.newContext({ baseURL: baseURL ?? "" });
  await context.request.post("/api/auth/login", { data: { email: account.email, password: PASSWORD } });
  await open(page, "/settings");
  const devices = list(page, "Where you are signed in").getByRole("listitem");
  await press(page, devices.filter({ hasNotText: "This device" }).getByRole("button"));
  await expect(devices).toHaveCount(1);
  expect((await context.request.get("/api/auth/me")).status()).toBe(401);
  await context.close();

  await press(page, page.getByRole("button", { name: "New token" }));
  await write(page, page.getByRole("textbox", { name: "Name" }).last(), "Script");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").getByRole("code")).toBeVisible();
  expect(await violations(page), "token").toEqual([]);
  await press(page, page.getByRole("button", { name: "Revoke Script" }));
  await expect(page.getByRole("button", { name: "Revoke for good" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByText("You have no tokens.")).toBeVisible();
});

test("a program is let in to read, and its access taken back", async ({ page, account }) => {
  expect(account.email).toContain("@");
  const asking = await programAsking(page, "Editor");
  await page.goto(asking);
  await tabTo(page, page.getByRole("checkbox", { name: "Let it only read" }));
  await page.keyboard.press("Space");
  await press(page, page.getByRole("button", { name: "Allow", exact: true }));
  await programIsLetIn(page, asking);
  await open(page, "/settings");
  const apps = list(page, "Connected apps");
  await expect(apps.getByRole("listitem")).toHaveText([/Editor.*Read ·/]);
  await press(page, apps.getByRole("button", { name: "Revoke Editor" }));
  await page.keyboard.press("Enter");
  await expect(page.getByText("No apps are connected.")).toBeVisible();
});

test("everything is saved as a file and brought in again", async ({ page, account }) => {
  expect(account.email).toContain("@");
  await addTask(page, { title: "Keep me" });
  await open(page, "/settings");
  const saving = page.waitForEvent("download");
  await press(page, page.getByRole("link", { name: "Everything (JSON)" }));
  const path = await (await saving).path();
  const all = { name: "all.json", mimeType: "application/json", buffer: await readFile(path) };
  await chooseAfter(page, () => press(page, page.getByLabel("Choose a file, or drop it here"), "Shift+Tab"), all);
  await expect(page.getByRole("heading", { name: "What is in all.json" })).toBeFocused();
  await press(page, page.getByRole("button", { name: "Import" }));
  await expect(toast(page, "Imported")).toBeVisible();
});
