// `test` with an account of its own for each test, and helpers to get to where the test begins.
import { expect, type Page, test as base } from "@playwright/test";
import { addDays, wallClock } from "../../lib/dates";
import { uuidv7 } from "../../lib/uuid";

export const ZONE = "Europe/Berlin";
export const PASSWORD = "correct horse battery";

export interface Account {
  email: string;
  password: string;
  name: string;
}

interface Fixtures {
  /** Registered and signed in: `page` has its session. */
  account: Account;
  /** Fails the test when the page logs an error or throws, such as a hydration mismatch. */
  watchful: undefined;
}

export const test = base.extend<Fixtures>({
  account: async ({ page }, use) => {
    const account = newAccount();
    await register(page, account);
    await use(account);
  },
  watchful: [
    async ({ page }, use) => {
      const errors: string[] = [];
      page.on("pageerror", (error) => errors.push(error.message));
      page.on("console", (message) => {
        // Refused requests are part of some tests; the browser logs each of them by itself.
        if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) {
          errors.push(message.text());
        }
      });
      await use(undefined);
      expect(errors).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

export function newAccount(): Account {
  return { email: `ada.${uuidv7()}@example.com`, password: PASSWORD, name: "Ada Lovelace" };
}

export async function register(page: Page, account: Account): Promise<void> {
  const response = await page.request.post("/api/auth/register", { data: { ...account, time_zone: ZONE } });
  expect(response.status()).toBe(201);
}

/** The day that many days from today, in the account's zone. */
export function dayFromToday(count: number): string {
  return addDays(wallClock(new Date(), ZONE).day, count);
}

export interface NewTask {
  title: string;
  due_date?: string;
  due_at?: string;
  time_zone?: string;
  priority?: number;
  notes?: string;
  project_id?: string;
  label_ids?: string[];
}

export async function addTask(page: Page, task: NewTask): Promise<{ id: string }> {
  const response = await page.request.post("/api/tasks", { data: task });
  expect(response.status()).toBe(201);
  return (await response.json()) as { id: string };
}

export async function addProject(page: Page, name: string, color = "teal"): Promise<{ id: string }> {
  const response = await page.request.post("/api/projects", { data: { name, color } });
  expect(response.status()).toBe(201);
  return (await response.json()) as { id: string };
}

/** Waits until what the page shows answers to keys: only then has it come alive. */
export async function ready(page: Page): Promise<void> {
  await expect(page.locator("html[data-alive]")).toBeAttached();
}

/** Waits until the page hears of what changes elsewhere, and has caught up with it. */
export async function live(page: Page): Promise<void> {
  await expect(page.locator("html[data-live]")).toBeAttached();
}

/** Takes the live stream away, so that the network can come to rest. */
export async function withoutStream(page: Page): Promise<void> {
  await page.route("**/api/events", (route) => route.fulfill({ status: 503 }));
}
