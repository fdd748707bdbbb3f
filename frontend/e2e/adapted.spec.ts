// The app as people have it who need it otherwise: large letters on a small screen, more space in the text, their own colours.
import type { Page } from "@playwright/test";
import { ownPagesOf } from "./support/pages";
import { fillWithSample } from "./support/sample";
import { addProject, addTask, dayFromToday, expect, ready, test } from "./support/test";

const LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";
/** WCAG 1.4.12. */
const SPACIOUS = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }";

/** What can only be seen by scrolling to the side; a board is two-dimensional by its nature. */
function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const wide = (element: Element): boolean => element.scrollWidth > element.clientWidth + 1;
    const parts = Array.from(document.querySelectorAll("html, main, nav, .modal"));
    return parts.filter(wide).map((part) => `${part.tagName} ${String(part.scrollWidth)} > ${String(part.clientWidth)}`);
  });
}

/** Pages with titles, names and labels that have no space to break at. */
async function fillWithLongWords(page: Page): Promise<string[]> {
  const project = await addProject(page, LONG);
  const labels = await Promise.all(
    ["Kraftfahrzeughaftpflichtversicherung", "Telefonate", "Besorgungen_am_Wochenende"].map(async (name) => {
      const answer = await page.request.post("/api/labels", { data: { name, color: "teal" } });
      return ((await answer.json()) as { id: string }).id;
    }),
  );
  for (const [days, title] of [`${LONG} ${LONG}`, `https://example.com/${LONG}?and=${LONG}`, LONG].entries()) {
    const { id } = await addTask(page, { title, project_id: project.id, due_date: dayFromToday(days - 1) });
    await page.request.patch(`/api/tasks/${id}`, { data: { label_ids: labels, deadline: dayFromToday(3) } });
  }
  return ["/today", "/upcoming", `/projects/${project.id}`, `/labels/${labels[0] ?? ""}`, "/activity", "/settings"];
}

for (const [name, viewport] of [
  ["a width of 320", { width: 320, height: 640 }],
  ["a zoom of 200 % on 1280", { width: 640, height: 400 }],
] as const) {
  test.describe(`with ${name}`, () => {
    test.use({ viewport });

    test("nothing goes beyond the side, however long words are", async ({ page, account }) => {
      expect(account.email).toContain("@");
      for (const path of await fillWithLongWords(page)) {
        await page.goto(path);
        await ready(page);
        expect(await tooWide(page), path).toEqual([]);
      }
      await page.goto("/today");
      await ready(page);
      for (const key of ["d", "v", "#", "e"]) {
        await page.keyboard.press("j");
        await page.keyboard.press(key);
        await expect(page.getByRole("dialog")).toBeVisible();
        expect(await tooWide(page), key).toEqual([]);
        await page.keyboard.press("Escape");
        await expect(page.getByRole("dialog")).toBeHidden();
      }
    });
  });
}

test.describe("with more space in the text", () => {
  test.use({ viewport: { width: 390, height: 844 }, bypassCSP: true });

  test("nothing goes beyond the side", async ({ page, account }) => {
    expect(account.email).toContain("@");
    const project = await fillWithSample(page);
    for (const path of [...(await ownPagesOf(page, project)), "/settings"]) {
      await page.goto(path);
      await ready(page);
      await page.addStyleTag({ content: SPACIOUS });
      expect(await tooWide(page), path).toEqual([]);
    }
  });
});

test.describe("with colours of one's own", () => {
  test.use({ contextOptions: { forcedColors: "active", reducedMotion: "reduce" } });

  test("lines tell what grounds and shadows tell elsewhere", async ({ page, account }) => {
    expect(account.email).toContain("@");
    await addTask(page, { title: "Pay rent", due_date: dayFromToday(0), priority: 1 });
    await addTask(page, { title: "Water the plants", due_date: dayFromToday(0) });
    await page.goto("/today");
    await ready(page);
    const outline = (selector: string): Promise<string> =>
      page.locator(selector).first().evaluate((element) => getComputedStyle(element).outlineStyle);
    const border = (selector: string): Promise<number> =>
      page.locator(selector).first().evaluate((element) => parseFloat(getComputedStyle(element).borderTopWidth));
    expect(await outline('nav [aria-current="page"]')).toBe("solid");
    expect(await border('[data-priority="1"]')).toBeGreaterThan(await border('[data-priority="4"]'));
    await page.keyboard.press("j");
    await page.keyboard.press("x");
    await expect(page.getByRole("toolbar")).toBeVisible();
    expect(await border(".bulk-bar")).toBeGreaterThan(0);
    await page.keyboard.press("k");
    expect(await outline(".task-row > .bg-accent-soft")).toBe("solid");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "New project" }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
    expect(await border(".modal")).toBeGreaterThan(0);
    expect(await border(".modal .button-primary")).toBeGreaterThan(0);
    const swatch = page.getByRole("dialog").locator('[data-color="red"]');
    expect(await swatch.evaluate((element) => getComputedStyle(element).forcedColorAdjust)).toBe("none");
  });
});
