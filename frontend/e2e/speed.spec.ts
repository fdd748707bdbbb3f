// How fast the app feels on a slow device. Jumps are the same everywhere and held to their budget; times are reported (an
// input's should stay below 100 ms), as other programs on the machine have their part in them.
import type { Page } from "@playwright/test";
import { report, type Row } from "./support/report";
import { fillWithSample } from "./support/sample";
import { addProject, expect, ready, test, withoutStream } from "./support/test";
import { slowDown, slowestInputOf, vitalsOf, watchVitals } from "./support/vitals";

const LCP_MS = 1_000;
const CLS = 0.02;
const LONG = 1_000;
/** How much slower a busy machine may be. */
const LENIENCE = 8;

test("budget: pages are there soon and do not jump", async ({ page, account }) => {
  test.setTimeout(180_000);
  expect(account.email).toContain("@");
  const project = await fillWithSample(page);
  await withoutStream(page);
  await watchVitals(page);
  await slowDown(page);
  const rows: Row[] = [];
  for (const path of ["/today", "/upcoming", "/inbox", `/projects/${project}`, "/assistant", "/completed", "/settings"]) {
    await page.goto(path, { waitUntil: "networkidle" });
    await ready(page);
    const { answered, firstPaint, largestPaint, jumped } = await vitalsOf(page);
    rows.push({
      page: path.replace(project, "…"),
      "answer ms": Math.round(answered),
      "FCP ms": Math.round(firstPaint),
      "LCP ms": Math.round(largestPaint),
      CLS: Number(jumped.toFixed(4)),
    });
    expect.soft(largestPaint, path).toBeGreaterThan(0);
    expect.soft(largestPaint, path).toBeLessThan(LCP_MS * LENIENCE);
    expect.soft(jumped, path).toBeLessThan(CLS);
  }
  await report("pages", rows);
});

test("budget: a list of 1,000 tasks answers at once", async ({ page, account }) => {
  test.setTimeout(240_000);
  expect(account.email).toContain("@");
  await watchVitals(page);
  await openLongList(page);
  await slowDown(page);
  const rows: Row[] = [];
  for (const [name, act] of actionsOn(page)) {
    const ms = await slowestInputOf(page, act);
    rows.push({ action: name, "INP ms": ms });
    expect.soft(ms, name).toBeGreaterThan(0);
  }
  await report("inputs", rows);
});

/** A project with 1,000 tasks, all of them on the page. */
async function openLongList(page: Page): Promise<void> {
  const project = (await addProject(page, "Long")).id;
  for (let batch = 0; batch < 10; batch += 1) {
    const operations = Array.from({ length: 100 }, (_, index) => ({
      op: "create",
      task: { title: `Task ${batch * 100 + index}.`, project_id: project },
    }));
    expect((await page.request.post("/api/tasks/bulk", { data: { operations } })).ok()).toBe(true);
  }
  await page.goto(`/projects/${project}`);
  await ready(page);
  const rows = page.getByRole("list", { name: "Long" }).getByRole("listitem");
  for (let shown = 200; shown <= LONG; shown += 100) {
    await page.getByRole("button", { name: "Show more" }).click();
    await expect(rows).toHaveCount(shown);
  }
}

/** Found without roles and names: to work those out for 1,000 rows takes the page longer than what is measured. */
function actionsOn(page: Page): [string, () => Promise<void>][] {
  const titles = page.locator("[data-task-title]");
  const dialog = page.locator("dialog[open]");
  return [
    ["move through the list", () => pressAll(page, ["j", "j", "k", "j"])],
    ["select with a key", () => pressAll(page, ["x", "x"])],
    [
      "select with Ctrl and a click",
      async () => {
        await titles.nth(3).click({ modifiers: ["ControlOrMeta"] });
        await expect(page.locator("[role=toolbar]")).toBeVisible();
        await page.keyboard.press("Escape");
      },
    ],
    [
      "complete",
      async () => {
        await page.locator(".task-row [role=checkbox]").nth(2).click();
        await expect(titles).toHaveCount(LONG - 1);
      },
    ],
    [
      "open a task",
      async () => {
        await titles.nth(5).click();
        await expect(dialog.locator("textarea").first()).toBeVisible();
        await page.keyboard.press("Escape");
        await expect(dialog).toHaveCount(0);
      },
    ],
    [
      "type in quick add",
      async () => {
        await page.keyboard.press("q");
        await expect(dialog).toBeVisible();
        await page.keyboard.type("Pay rent tomorrow p1");
        await page.keyboard.press("Enter");
        await expect(dialog).toHaveCount(0);
      },
    ],
  ];
}

async function pressAll(page: Page, keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}
