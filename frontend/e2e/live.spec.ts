// Two browsers on one account: what changes in one is seen in the other.
import type { Browser, Page } from "@playwright/test";
import { checkboxOf, quickAdd, taskRow, toast } from "./support/app";
import { median, report } from "./support/report";
import { type Account, addTask, expect, live, ready, test } from "./support/test";

const CHANGES = 20;
const QUICK = 50;
const SEEN_MS = 300;
const LENIENCE = 8;

/** Another browser, signed in to the same account. */
async function another(browser: Browser, account: Account, baseURL: string | undefined): Promise<Page> {
  const context = await browser.newContext({ baseURL: baseURL ?? "", locale: "en-GB", timezoneId: "Europe/Berlin" });
  const page = await context.newPage();
  const { email, password } = account;
  expect((await page.request.post("/api/auth/login", { data: { email, password } })).status()).toBe(200);
  return page;
}

async function openInbox(page: Page): Promise<void> {
  await page.goto("/inbox");
  await ready(page);
  await live(page);
}

test("a change in one browser shows in the other, whose focus and typing stay", async ({ page, browser, account, baseURL }) => {
  await addTask(page, { title: "Water the plants" });
  const other = await another(browser, account, baseURL);
  await Promise.all([openInbox(page), openInbox(other)]);
  await other.getByRole("textbox", { name: "Message to the assistant" }).fill("half a thou");
  await quickAdd(page, "Buy oat milk");
  await expect(taskRow(other, "Buy oat milk")).toBeVisible();
  await expect(other.getByRole("textbox", { name: "Message to the assistant" })).toHaveValue("half a thou");
  await expect(other.getByRole("textbox", { name: "Message to the assistant" })).toBeFocused();

  await checkboxOf(other, "Water the plants").click();
  await expect(taskRow(page, "Water the plants")).toBeHidden();
  await toast(other, "Completed “Water the plants”").getByRole("button", { name: "Undo" }).click();
  await expect(taskRow(page, "Water the plants")).toBeVisible();
  await other.context().close();
});

test("budget: a change is seen elsewhere soon", async ({ page, browser, account, baseURL }) => {
  const other = await another(browser, account, baseURL);
  await Promise.all([openInbox(page), openInbox(other)]);
  let requests = 0;
  other.on("request", () => requests++);
  const ways: Way[] = [];
  for (let change = 1; change <= CHANGES; change++) {
    ways.push(await wayOf(page, other, `Change ${change}.`));
  }
  const times = ways.map(({ seen }) => seen);
  await report("live", [
    {
      changes: CHANGES,
      "answered ms": medianOf(ways, "answered"),
      "told ms": medianOf(ways, "told"),
      "median ms": medianOf(ways, "seen"),
      "told at most ms": Math.round(Math.max(...ways.map(({ told }) => told))),
      "max ms": Math.round(Math.max(...times)),
      "requests a change": requests / CHANGES,
    },
  ]);
  // Other programs on the machine may slow down some of them.
  expect(median(times)).toBeLessThan(SEEN_MS * LENIENCE);
  await other.context().close();
});

/** A change from the request in one browser on, in ms: until it was answered there, told in another, and seen in it. */
interface Way {
  answered: number;
  told: number;
  seen: number;
}

function medianOf(ways: readonly Way[], step: keyof Way): number {
  return Math.round(median(ways.map((way) => way[step])));
}

async function wayOf(from: Page, other: Page, title: string): Promise<Way> {
  const told = toldAt(other);
  const seen = seenAt(other, title);
  const { sent, answered } = await from.evaluate(async (body) => {
    const now = (): number => performance.timeOrigin + performance.now();
    const sent = now();
    await fetch("/api/tasks", { method: "POST", headers: { "Content-Type": "application/json" }, body });
    return { sent, answered: now() };
  }, JSON.stringify({ title }));
  return { answered: answered - sent, told: (await told) - sent, seen: (await seen) - sent };
}

/** When the next event came, which the tab that listens passes on to others. */
function toldAt(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((tell) => {
        const channel = new BroadcastChannel("todo-live");
        channel.onmessage = ({ data }: MessageEvent<{ kind: string }>) => {
          if (data.kind !== "event") return;
          tell(performance.timeOrigin + performance.now());
          channel.close();
        };
      }),
  );
}

test("many quick changes come in order, and the last one stays", async ({ page, browser, account, baseURL }) => {
  const { id } = await addTask(page, { title: "Version 0" });
  const other = await another(browser, account, baseURL);
  await openInbox(other);
  await other.evaluate(() => {
    const seen: string[] = [];
    const look = (): void => {
      for (const [title] of document.querySelector("main")?.textContent.matchAll(/Version \d+/g) ?? []) {
        if (seen.at(-1) !== title) seen.push(title);
      }
      document.documentElement.dataset.seen = JSON.stringify(seen);
    };
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  const change = (version: number): Promise<unknown> =>
    page.request.patch(`/api/tasks/${id}`, { data: { title: `Version ${version}` } });
  for (let version = 1; version < QUICK; version++) await change(version);
  const asked = other.waitForResponse((response) => response.url().includes("/api/views/"));
  await change(QUICK);
  await expect(taskRow(other, `Version ${QUICK}`)).toBeVisible();
  // Also when all has been asked for again.
  await asked;
  await expect(taskRow(other, `Version ${QUICK}`)).toBeVisible();
  const seen = JSON.parse((await other.locator("html").getAttribute("data-seen")) ?? "[]") as string[];
  const versions = seen.map((title) => Number(title.replace("Version ", "")));
  expect(versions).toEqual(versions.toSorted((first, second) => first - second));
  await other.context().close();
});

/** When a row with this text was on the page, by the clock of the machine. */
function seenAt(page: Page, title: string): Promise<number> {
  return page.evaluate(
    (text) =>
      new Promise<number>((tell) => {
        const look = (): void => {
          if (document.querySelector("main")?.textContent.includes(text) !== true) return;
          observer.disconnect();
          tell(performance.timeOrigin + performance.now());
        };
        const observer = new MutationObserver(look);
        observer.observe(document.body, { subtree: true, childList: true, characterData: true });
        look();
      }),
    title,
  );
}

test("a connection that was cut loses nothing", async ({ page, browser, account, baseURL, context }) => {
  const other = await another(browser, account, baseURL);
  await Promise.all([openInbox(page), openInbox(other)]);
  await context.setOffline(true);
  for (const title of ["One", "Two", "Three"]) await addTask(other, { title });
  const seen = other.getByRole("list", { name: "Inbox" }).getByRole("listitem");
  await expect(seen).toHaveCount(3);
  await context.setOffline(false);
  const rows = page.getByRole("list", { name: "Inbox" }).getByRole("listitem");
  await expect(rows).toHaveCount(3, { timeout: 20_000 });
  await other.context().close();
});

test("an edit that is open keeps what is typed and shows what was changed elsewhere", async ({ page, account }) => {
  expect(account.email).toContain("@");
  const { id } = await addTask(page, { title: "Pay rent" });
  await openInbox(page);
  await page.getByRole("button", { name: /^Pay rent/ }).click();
  const dialog = page.getByRole("dialog", { name: "Edit task" });
  await dialog.getByRole("textbox", { name: "Title" }).fill("Pay the rent");
  await page.request.patch(`/api/tasks/${id}`, { data: { notes: "from elsewhere" } });
  await expect(dialog.getByRole("status")).toContainText("changed elsewhere");
  await dialog.getByRole("button", { name: "Show the changes" }).click();
  await expect(dialog.getByRole("textbox", { name: "Notes" })).toHaveValue("from elsewhere");
  await expect(dialog.getByRole("textbox", { name: "Title" })).toHaveValue("Pay the rent");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
  await expect(taskRow(page, "Pay the rent")).toBeVisible();
});
