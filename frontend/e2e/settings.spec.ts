// Who has access to an account, and by which clock its times are said.
import { addTask, dayFromToday, expect, PASSWORD, ready, test, ZONE } from "./support/test";
import { momentOf } from "../lib/dates";
import { taskRow } from "./support/app";
import { programAsking, programIsLetIn } from "./support/program";

test("a device is signed out from another", async ({ page, browser, account, baseURL }) => {
  const context = await browser.newContext({ baseURL: baseURL ?? "" });
  const other = await context.newPage();
  await other.request.post("/api/auth/login", { data: { email: account.email, password: PASSWORD } });
  await page.goto("/settings");
  await ready(page);
  const devices = page.getByRole("list", { name: "Where you are signed in" }).getByRole("listitem");
  await expect(devices).toHaveCount(2);
  await devices.filter({ hasNotText: "This device" }).getByRole("button").click();
  await expect(devices).toHaveCount(1);
  await other.goto("/today");
  await expect(other).toHaveURL(/sign-in/);
  await context.close();
});

test("a token lets a program in until it is revoked", async ({ page, account, request }) => {
  expect(account.email).toContain("@");
  await page.goto("/settings");
  await ready(page);
  await page.getByRole("button", { name: "New token" }).click();
  // The profile has a name too.
  await page.getByRole("textbox", { name: "Name" }).last().fill("Script");
  await page.getByRole("button", { name: "Create token" }).click();
  const token = await page.getByRole("status").getByRole("code").textContent();
  const headers = { Authorization: `Bearer ${token ?? ""}` };
  expect((await request.get("/api/tasks", { headers })).status()).toBe(200);
  await page.getByRole("button", { name: "Revoke Script" }).click();
  await page.getByRole("button", { name: "Revoke for good" }).click();
  await expect(page.getByText("You have no tokens.")).toBeVisible();
  expect((await request.get("/api/tasks", { headers })).status()).toBe(401);
});

test("times are said by the clock that one is used to", async ({ page, account }) => {
  expect(account.email).toContain("@");
  await addTask(page, { title: "Dentist", due_at: momentOf(dayFromToday(1), "17:30", ZONE), time_zone: ZONE });
  await page.goto("/settings");
  await ready(page);
  await page.getByLabel("Clock").selectOption("5:00 PM");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Profile saved")).toBeVisible();
  await page.goto("/upcoming");
  await expect(taskRow(page, "Dentist")).toContainText("5:30 PM");
});

test("a program that was let in is shown until its access is taken back", async ({ page, account }) => {
  expect(account.email).toContain("@");
  const asking = await programAsking(page, "Editor");
  await page.goto(asking);
  await expect(page.getByText("“Editor” wants to work with your tasks.")).toBeVisible();
  await page.getByRole("button", { name: "Allow", exact: true }).click();
  await programIsLetIn(page, asking);
  await page.goto("/settings");
  await ready(page);
  const apps = page.getByRole("list", { name: "Connected apps" });
  await expect(apps.getByRole("listitem")).toHaveText([/Editor.*Read and change/]);
  await apps.getByRole("button", { name: "Revoke Editor" }).click();
  await page.getByRole("button", { name: "Revoke for good" }).click();
  await expect(page.getByText("No apps are connected.")).toBeVisible();
});

test("a week begins on the day that one is used to", async ({ page, account }) => {
  expect(account.email).toContain("@");
  await addTask(page, { title: "Dentist" });
  await page.goto("/settings");
  await ready(page);
  await page.getByLabel("Week begins on").selectOption("Sunday");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Profile saved")).toBeVisible();
  await page.goto("/inbox");
  await ready(page);
  await taskRow(page, "Dentist").getByRole("button", { name: "Dentist", exact: true }).focus();
  await page.keyboard.press("d");
  await expect(page.getByRole("dialog").getByRole("columnheader").first()).toHaveText("Su");
});
