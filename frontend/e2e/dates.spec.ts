// Choosing when something is due: in words, from the usual days and from the month, in light and dark, by keys alone.
import type { Locator, Page } from "@playwright/test";
import { taskRow } from "./support/app";
import { violations } from "./support/axe";
import { addTask, dayFromToday, expect, ready, test } from "./support/test";

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1280, height: 900 };

const picker = (page: Page): Locator => page.getByRole("dialog", { name: "Due date" });
const words = (page: Page): Locator => picker(page).getByRole("textbox", { name: "When" });

test.beforeEach(({ account }) => {
  expect(account.email).toContain("@");
});

async function edit(page: Page, title: string): Promise<void> {
  await page.goto("/inbox");
  await ready(page);
  await taskRow(page, title).getByRole("button", { name: new RegExp(`^${title}`) }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Title" })).toBeFocused();
}

for (const colorScheme of ["light", "dark"] as const) {
  for (const [name, viewport] of [["phone", PHONE], ["desk", DESK]] as const) {
    test.describe(`${name}, ${colorScheme}`, () => {
      test.use({ colorScheme, viewport });

      test("the picker of a form can be seen as a whole, and axe finds nothing", async ({ page }) => {
        await addTask(page, { title: "Water the plants", due_date: dayFromToday(1) });
        await edit(page, "Water the plants");
        await page.getByRole("button", { name: /^Due date/ }).click();
        await words(page).fill("friday 3pm");
        await expect(picker(page)).toContainText("15:00");
        expect(await violations(page)).toEqual([]);
        await expect(picker(page).getByRole("button", { name: "Done" })).toBeInViewport({ ratio: 1 });
        await expect(words(page)).toBeInViewport({ ratio: 1 });
      });
    });
  }
}

test("a date in words, a time and a day of the month, by keys alone", async ({ page }) => {
  await addTask(page, { title: "Water the plants" });
  await edit(page, "Water the plants");
  await page.getByRole("button", { name: /^Due date/ }).focus();
  await page.keyboard.press("Enter");
  await expect(words(page)).toBeFocused();
  await page.keyboard.type("no such day");
  await page.keyboard.press("Enter");
  await expect(words(page)).toHaveAttribute("aria-invalid", "true");
  await page.keyboard.press("Control+a");
  await page.keyboard.type("tomorrow 5pm");
  await page.keyboard.press("Enter");
  await expect(picker(page)).toBeHidden();
  const due = page.getByRole("button", { name: /^Due date/ });
  await expect(due).toContainText("Tomorrow 17:00");
  await expect(due).toBeFocused();
  // The day after that one, from the month.
  await page.keyboard.press("Enter");
  const chosen = picker(page).locator('[aria-selected="true"] button');
  await chosen.focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(picker(page)).toBeHidden();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("dialog", { name: "Edit task" })).toBeHidden();
  await expect(taskRow(page, "Water the plants")).toContainText("17:00");
  const { items } = (await (await page.request.get("/api/tasks")).json()) as { items: { due_at: string }[] };
  expect(items[0]?.due_at.slice(0, 10)).toBe(dayFromToday(2));
});

test("escape leaves the picker and not the form", async ({ page }) => {
  await addTask(page, { title: "Water the plants" });
  await edit(page, "Water the plants");
  await page.getByRole("button", { name: /^Due date/ }).click();
  await page.keyboard.press("Escape");
  await expect(picker(page)).toBeHidden();
  await expect(page.getByRole("dialog", { name: "Edit task" })).toBeVisible();
});

for (const [language, label, days] of [
  ["de", "Wann", { none: "kein Datum", said: "Das Datum wird entfernt", words: "morgen 17 Uhr für 45 Min", read: "Morgen, 17:00 · 45 Minuten" }],
  ["es", "Cuándo", { none: "sin fecha", said: "Se quita la fecha", words: "mañana a las 17:00 durante 45 min", read: "Mañana, 17:00 · 45 minutos" }],
] as const) {
  test(`in ${language} a date is read, and taken away, in the person's own words`, async ({ page, baseURL }) => {
    expect((await page.request.patch("/api/auth/me", { data: { language } })).status()).toBe(200);
    await page.context().addCookies([{ name: "todo_language", value: language, url: baseURL ?? "" }]);
    await addTask(page, { title: "Water the plants" });
    await page.goto("/inbox");
    await ready(page);
    await page.keyboard.press("j");
    for (const [words, said, due] of [[days.words, days.read, dayFromToday(1)], [days.none, days.said, null]] as const) {
      await page.keyboard.press("d");
      await page.getByRole("textbox", { name: label }).fill(words);
      await expect(page.getByRole("dialog")).toContainText(said);
      await page.keyboard.press("Enter");
      await expect(page.getByRole("dialog")).toBeHidden();
      await expect.poll(async () => {
        const { items } = (await (await page.request.get("/api/tasks")).json()) as { items: { due_at: string | null }[] };
        return items[0]?.due_at?.slice(0, 10) ?? null;
      }).toBe(due);
    }
  });
}
