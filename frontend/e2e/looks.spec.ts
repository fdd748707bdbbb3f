// Theme, screen sizes, and what automatic checks can tell of accessibility.
import type { Locator } from "@playwright/test";
import { violations } from "./support/axe";
import { composer, quickAddInput, say, taskRow } from "./support/app";
import { NOW_AND_THEN, ownPagesOf } from "./support/pages";
import { fillWithSample } from "./support/sample";
import { smallTargets } from "./support/targets";
import { dayFromToday, expect, ready, test } from "./support/test";

const PHONE = { width: 390, height: 844 };

for (const theme of ["light", "dark"] as const) {
  test.describe(`axe finds nothing, ${theme}`, () => {
    test.use({ colorScheme: theme });

    test("on pages", async ({ page, account }) => {
      test.setTimeout(180_000);
      expect(account.email).toContain("@");
      await page.goto("/today");
      await ready(page);
      expect(await violations(page), "empty").toEqual([]);
      const project = await fillWithSample(page);
      for (const path of [...(await ownPagesOf(page, project)), "/settings"]) {
        await page.goto(path);
        await ready(page);
        expect(await violations(page), path).toEqual([]);
      }
    });

    test("on pages that one needs now and then", async ({ page, account }) => {
      expect(account.email).toContain("@");
      await fillWithSample(page);
      for (const path of NOW_AND_THEN) {
        await page.goto(path);
        await ready(page);
        expect(await violations(page), path).toEqual([]);
      }
    });

    test("on a board, and in the dialogs of lists", async ({ page, account }) => {
      expect(account.email).toContain("@");
      const project = await fillWithSample(page);
      await page.request.post(`/api/projects/${project}/sections`, { data: { name: "Later" } });
      await page.request.post("/api/labels", { data: { name: "phone", color: "teal" } });
      await page.goto(`/projects/${project}`);
      await ready(page);
      for (const key of ["d", "#", "v"]) {
        await page.keyboard.press("j");
        await page.keyboard.press(key);
        await expect(page.getByRole("dialog")).toBeVisible();
        expect(await violations(page), key).toEqual([]);
        await page.keyboard.press("Escape");
      }
      await page.keyboard.press("x");
      await expect(page.getByRole("toolbar")).toBeVisible();
      expect(await violations(page), "selected").toEqual([]);
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "Show as board" }).click();
      await expect(page.getByRole("region", { name: "Later" })).toBeVisible();
      expect(await violations(page), "board").toEqual([]);
      await page.getByRole("button", { name: "New filter" }).click();
      await page.getByRole("combobox", { name: "Finds" }).fill("p1 & todya");
      await expect(page.locator("[data-trouble]")).toBeVisible();
      expect(await violations(page), "filter").toEqual([]);
    });

    test("in chat and dialogs", async ({ page, account }) => {
      expect(account.email).toContain("@");
      await page.request.post("/api/tasks", { data: { title: "Dentist", due_date: dayFromToday(1) } });
      await page.goto("/upcoming");
      await ready(page);
      await say(page, "what is due tomorrow?");
      await say(page, "add water the plants tomorrow p2");
      expect(await violations(page), "chat").toEqual([]);
      await composer(page).blur();
      await page.keyboard.press("q");
      await quickAddInput(page).fill("Pay rent tomorrow at 5pm p1");
      await expect(page.getByRole("dialog").getByText("Priority 1")).toBeVisible();
      expect(await violations(page), "quick add").toEqual([]);
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: /^Dentist/ }).click();
      await expect(page.getByRole("textbox", { name: "Title" })).toBeVisible();
      expect(await violations(page), "edit").toEqual([]);
    });

    test("before signing in", async ({ page }) => {
      for (const path of ["/sign-in", "/sign-up", "/nowhere"]) {
        await page.goto(path);
        expect(await violations(page), path).toEqual([]);
      }
    });
  });
}

test("the theme follows the device until chosen, and is there with the first paint", async ({ page, account }) => {
  expect(account.email).toContain("@");
  const background = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto("/settings");
  await ready(page);
  const light = await background();
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await background();
  expect(dark).not.toBe(light);
  await page.getByRole("radio", { name: "Light" }).click();
  expect(await background()).toBe(light);
  const html = await (await page.request.get("/today")).text();
  expect(html).toContain('data-theme="light"');
  await page.reload();
  expect(await background()).toBe(light);
});

test("on a phone everything is within reach", async ({ page, account }) => {
  expect(account.email).toContain("@");
  await page.setViewportSize(PHONE);
  await page.goto("/today");
  await ready(page);
  await expect(page.getByRole("complementary", { name: "Assistant" })).toBeHidden();
  await page.getByRole("button", { name: "Add task" }).first().click();
  await quickAddInput(page).fill("Buy bread today");
  await page.getByRole("dialog").getByRole("button", { name: "Add task" }).click();
  await expect(taskRow(page, "Buy bread")).toBeVisible();

  await page.getByRole("button", { name: "Assistant", exact: true }).click();
  await say(page, "complete buy bread");
  await page.getByRole("button", { name: "Close assistant" }).click();
  await expect(page.getByText("Nothing left for today")).toBeVisible();

  await page.getByRole("button", { name: "Menu" }).click();
  await page.getByRole("dialog", { name: "Navigation" }).getByRole("link", { name: "Upcoming" }).click();
  await expect(page.getByRole("heading", { name: "Upcoming", level: 1 })).toBeVisible();
  await expect(page.getByRole("dialog")).toBeHidden();
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});

test.describe("for fingers", () => {
  test.use({ viewport: PHONE, isMobile: true, hasTouch: true });

  test("every control is as large as a fingertip, or its neighbor takes over", async ({ page, account }) => {
    expect(account.email).toContain("@");
    const project = await fillWithSample(page);
    for (const path of ["/today", "/upcoming", `/projects/${project}`, "/assistant", "/settings", "/trash", "/activity"]) {
      await page.goto(path);
      await ready(page);
      expect(await smallTargets(page), path).toEqual([]);
    }
    await page.goto("/today");
    await ready(page);
    await page.getByRole("button", { name: "Menu" }).click();
    await expect(page.getByRole("dialog", { name: "Navigation" })).toBeVisible();
    expect(await smallTargets(page), "navigation").toEqual([]);
  });

  test("fields are written in letters that no phone zooms into", async ({ page, account }) => {
    expect(account.email).toContain("@");
    for (const path of ["/settings", "/search", "/assistant"]) {
      await page.goto(path);
      await ready(page);
      const fields = page.locator("input:not([type=radio], [type=checkbox], [type=file]), textarea, select");
      await expect(fields.first()).toBeVisible();
      const sizes = await fields.evaluateAll((all) => all.map((one) => Number.parseFloat(getComputedStyle(one).fontSize)));
      expect(Math.min(...sizes), path).toBeGreaterThanOrEqual(16);
    }
  });

  test("a message stands above the navigation, and above all while one writes", async ({ page, account }) => {
    expect(account.email).toContain("@");
    await page.request.post("/api/tasks", { data: { title: "Water the plants", due_date: dayFromToday(0) } });
    await page.goto("/today");
    await ready(page);
    await page.getByRole("checkbox", { name: "Complete “Water the plants”" }).tap();
    const message = page.getByRole("listitem").filter({ has: page.getByLabel("Dismiss") });
    const bar = page.getByRole("navigation", { name: "Views" });
    const top = async (of: Locator): Promise<number> => (await of.boundingBox())?.y ?? -1;
    await expect(message).toBeVisible();
    expect(await top(message)).toBeGreaterThan(PHONE.height / 2);
    expect(await top(message)).toBeLessThan((await top(bar)) - 40);
    await page.getByRole("button", { name: "Assistant", exact: true }).tap();
    await composer(page).focus();
    await expect.poll(() => top(message)).toBeLessThan(60);
  });
});

test("on paper there is the list, and nothing that only a screen can do", async ({ page, account }) => {
  expect(account.email).toContain("@");
  const project = await fillWithSample(page);
  await page.goto(`/projects/${project}`);
  await ready(page);
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await expect(page.getByRole("heading", { name: "Kitchen renovation" })).toBeVisible();
  await expect(taskRow(page, "Decide where the lamp goes")).toBeVisible();
  await expect(page.getByRole("checkbox").first()).toBeVisible();
  for (const name of ["Show as board", "Add task", "Add section", "Show completed"]) {
    await expect(page.getByRole("button", { name, exact: true })).toHaveCount(0);
  }
  await expect(page.getByRole("navigation")).toHaveCount(0);
  await expect(page.getByRole("complementary")).toHaveCount(0);
  const ink = await page.getByRole("heading", { level: 1 }).evaluate((heading) => getComputedStyle(heading).color);
  await page.emulateMedia({ media: "print", colorScheme: "light" });
  expect(await page.getByRole("heading", { level: 1 }).evaluate((heading) => getComputedStyle(heading).color)).toBe(ink);
  // All of it, not what one screen holds.
  const cut = await page.locator("#page").evaluate((main) => main.scrollHeight - main.clientHeight);
  expect(cut).toBeLessThanOrEqual(0);
});

test("a board and its heading begin on one line", async ({ page, account }) => {
  expect(account.email).toContain("@");
  const project = await fillWithSample(page);
  await page.request.post(`/api/projects/${project}/sections`, { data: { name: "Later" } });
  await page.goto(`/projects/${project}`);
  await ready(page);
  await page.getByRole("button", { name: "Show as board" }).click();
  const board = page.getByRole("region", { name: "No section" });
  for (const width of [390, 768, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await expect(board).toBeVisible();
    const left = async (locator: Locator): Promise<number> => (await locator.boundingBox())?.x ?? -1;
    expect(await left(page.getByRole("main").locator("header").first()), String(width)).toBe(await left(board));
  }
});

test("columns of a board take the room there is, and show all of their names", async ({ page, account }) => {
  expect(account.email).toContain("@");
  const project = await fillWithSample(page);
  for (const name of ["Later", "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk", "Done"]) {
    await page.request.post(`/api/projects/${project}/sections`, { data: { name } });
  }
  await page.goto(`/projects/${project}`);
  await ready(page);
  await page.getByRole("button", { name: "Show as board" }).click();
  const columns = page.locator(".board > section");
  await expect(columns).toHaveCount(4);
  // On a small screen so wide that the next one is seen; side by side as far as they go; no line longer than is read well.
  for (const [width, least, most] of [[320, 240, 250], [390, 288, 288], [820, 288, 288], [1440, 288, 288], [2560, 360, 384]] as const) {
    await page.setViewportSize({ width, height: 900 });
    const widths = await columns.evaluateAll((all) => all.map((column) => column.getBoundingClientRect().width));
    expect(Math.min(...widths), String(width)).toBeGreaterThanOrEqual(least);
    expect(Math.max(...widths), String(width)).toBeLessThanOrEqual(most);
    const cut = await columns.locator("h2").evaluateAll((all) => all.map((name) => name.scrollWidth - name.clientWidth));
    expect(Math.max(...cut), String(width)).toBeLessThanOrEqual(0);
    const overflow = await page.getByRole("main").evaluate((main) => main.scrollWidth - main.clientWidth);
    expect(overflow, String(width)).toBeLessThanOrEqual(0);
  }
});

for (const width of [320, 390, 768, 1024, 1280, 1920]) {
  test(`nothing is cut off at ${width} pixels`, async ({ page, account }) => {
    expect(account.email).toContain("@");
    await page.setViewportSize({ width, height: 900 });
    await page.request.post("/api/tasks", {
      data: { title: `A very long title ${"without end ".repeat(20)}${"x".repeat(120)}` },
    });
    for (const path of ["/inbox", "/settings", "/upcoming"]) {
      await page.goto(path);
      await ready(page);
      const overflow = await page.getByRole("main").evaluate((main) => main.scrollWidth - main.clientWidth);
      expect(overflow, path).toBeLessThanOrEqual(0);
    }
  });
}

test("the assistant's panel stays as it was left", async ({ page, account }) => {
  expect(account.email).toContain("@");
  const panel = page.getByRole("complementary", { name: "Assistant" });
  await page.goto("/today");
  await ready(page);
  await expect(panel).toBeVisible();
  await page.getByRole("button", { name: "Close assistant" }).click();
  await expect(panel).toBeHidden();
  await page.reload();
  await expect(page.getByRole("heading", { name: "Today", level: 1 })).toBeVisible();
  await expect(panel).toBeHidden();
  await page.getByRole("button", { name: "Open assistant" }).click();
  await expect(panel).toBeVisible();
});

test("the first answer holds the tasks already, and nothing comes from elsewhere", async ({ page, account }) => {
  expect(account.email).toContain("@");
  await page.request.post("/api/tasks", { data: { title: "Served with the page" } });
  const answer = await page.request.get("/inbox");
  expect(await answer.text()).toContain("Served with the page");
  const { origin } = new URL(answer.url());
  const foreign: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(origin) && !request.url().startsWith("data:")) foreign.push(request.url());
  });
  await page.goto("/inbox");
  await ready(page);
  expect(foreign).toEqual([]);
  const headers = answer.headers();
  expect(headers["content-security-policy"]).not.toMatch(/script-src[^;]*unsafe/);
  expect(headers["x-content-type-options"]).toBe("nosniff");
});
