import { quickAddInput, taskRow } from "./support/app";
import { addTask, expect, newAccount, PASSWORD, ready, register, test } from "./support/test";

test("signs in and out", async ({ page, account }) => {
  await page.goto("/settings");
  await ready(page);
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
  await page.goto("/inbox");
  await expect(page).toHaveURL(/\/sign-in\?next=%2Finbox$/);
  await page.getByRole("textbox", { name: "Email" }).fill(account.email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: "Inbox", level: 1 })).toBeVisible();
});

test("refuses a wrong password and an unknown address with the same words", async ({ page, account }) => {
  await page.context().clearCookies();
  await page.goto("/sign-in");
  for (const email of [account.email, newAccount().email]) {
    await page.getByRole("textbox", { name: "Email" }).fill(email);
    await page.getByLabel("Password").fill("not the password");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("main").getByRole("alert")).toHaveText("Email and password don’t match. Check both and try again.");
    await expect(page.getByRole("textbox", { name: "Email" })).toHaveValue(email);
  }
});

test("tells when an address is taken", async ({ page, account }) => {
  await page.context().clearCookies();
  await page.goto("/sign-up");
  await page.getByRole("textbox", { name: "Email" }).fill(account.email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("There is an account with this address already");
});

test("whoever is signed in is not asked to sign in", async ({ page, account }) => {
  expect(account.email).toContain("@");
  await page.goto("/sign-in");
  await expect(page).toHaveURL(/\/today$/);
});

test("a session that ends while a page is open loses nothing that was typed", async ({ page, account, browser, baseURL }) => {
  await page.goto("/inbox");
  await ready(page);
  await page.keyboard.press("q");
  await quickAddInput(page).fill("Half a thought");
  // Changing the password elsewhere ends this session.
  const elsewhere = await browser.newContext({ baseURL });
  const other = await elsewhere.newPage();
  await other.request.post("/api/auth/login", { data: { email: account.email, password: PASSWORD } });
  const change = { current_password: PASSWORD, new_password: "another horse battery" };
  expect((await other.request.post("/api/auth/password", { data: change })).status()).toBe(204);
  await elsewhere.close();

  await quickAddInput(page).press("Enter");
  const dialog = page.getByRole("dialog", { name: "Sign in again" });
  await expect(dialog).toContainText("Your session has ended");
  await dialog.getByLabel("Password").fill(change.new_password);
  await dialog.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(quickAddInput(page)).toHaveValue("Half a thought");
  await quickAddInput(page).press("Enter");
  await expect(taskRow(page, "Half a thought")).toBeVisible();
});

test("a page opened with an ended session leads to sign in, says why, and back", async ({ page, account }) => {
  await page.request.post("/api/auth/logout");
  await page.context().addCookies([{ name: "todo_session", value: "ended", url: page.url() === "about:blank" ? (test.info().project.use.baseURL ?? "") : page.url() }]);
  await page.goto("/upcoming");
  await expect(page.getByText("Your session has ended.")).toBeVisible();
  await page.getByRole("textbox", { name: "Email" }).fill(account.email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/upcoming$/);
});

test("name, time zone and password can be changed", async ({ page, account }) => {
  await addTask(page, { title: "Call Tokyo", due_at: "2031-05-01T20:30:00Z", time_zone: "UTC" });
  await page.goto("/settings");
  await ready(page);
  await page.getByRole("textbox", { name: "Name" }).fill("Grace");
  await page.getByLabel("Time zone").selectOption("Asia/Tokyo");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Profile saved", { exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: "Account of Grace" })).toBeVisible();
  await page.goto("/inbox");
  await expect(taskRow(page, "Call Tokyo")).toContainText("2 May 2031 05:30");

  await page.goto("/settings");
  await ready(page);
  await page.getByLabel("Current password").fill("not the password");
  await page.getByLabel("New password").fill("another horse battery");
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("That is not your current password.")).toBeVisible();
  await page.getByLabel("Current password").fill(PASSWORD);
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("Password changed. You are signed out everywhere else.", { exact: true })).toBeVisible();
  const login = await page.request.post("/api/auth/login", { data: { email: account.email, password: "another horse battery" } });
  expect(login.status()).toBe(200);
});

test("one person's tasks are not found by another", async ({ page, account, browser, baseURL }) => {
  expect(account.email).toContain("@");
  const project = await page.request.post("/api/projects", { data: { name: "Secret plan" } });
  const { id } = (await project.json()) as { id: string };
  const elsewhere = await browser.newContext({ baseURL });
  const stranger = await elsewhere.newPage();
  await register(stranger, newAccount());
  await stranger.goto(`/projects/${id}`);
  await expect(stranger.getByText("There is nothing here")).toBeVisible();
  await expect(stranger.getByText("Secret plan")).toBeHidden();
  await elsewhere.close();
});

test("deletes the account with everything in it, and its address is free again", async ({ page, account }) => {
  await addTask(page, { title: "Never to be seen again" });
  await page.goto("/settings");
  await ready(page);
  await page.getByRole("button", { name: "Delete account" }).click();
  const dialog = page.getByRole("dialog", { name: "Delete your account?" });
  await expect(dialog).toContainText(`of ${account.email} is deleted at once`);
  await dialog.getByLabel("Current password").fill("not the password");
  await dialog.getByRole("button", { name: "Delete for good" }).click();
  await expect(dialog.getByRole("alert")).toHaveText("That is not your current password.");
  await dialog.getByLabel("Current password").fill(PASSWORD);
  await dialog.getByRole("button", { name: "Delete for good" }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
  const login = { email: account.email, password: PASSWORD };
  expect((await page.request.post("/api/auth/login", { data: login })).status()).toBe(401);
  expect((await page.request.post("/api/auth/register", { data: login })).status()).toBe(201);
  expect(((await (await page.request.get("/api/tasks")).json()) as { items: unknown[] }).items).toEqual([]);
});
