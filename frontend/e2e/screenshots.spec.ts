// Ten pictures of the app, for the documents and for looking at. Only made when SCREENSHOTS names a folder for them.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { quickAddInput, say } from "./support/app";
import { fillWithSample } from "./support/sample";
import { expect, newAccount, ready, register, test } from "./support/test";

const folder = process.env.SCREENSHOTS ?? "";
const DEVICES = {
  desktop: { viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1.5 },
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
};

test.skip(folder === "", "SCREENSHOTS is not set");

type Arrange = (page: Page, project: string) => Promise<void>;

interface Picture {
  name: string;
  device: keyof typeof DEVICES;
  theme: "light" | "dark";
  arrange: Arrange;
}

const PICTURES: Picture[] = [
  { name: "today", device: "desktop", theme: "light", arrange: todayWithChat },
  { name: "upcoming", device: "desktop", theme: "light", arrange: upcoming },
  { name: "quick-add", device: "desktop", theme: "light", arrange: quickAddInWords },
  { name: "board", device: "desktop", theme: "dark", arrange: board },
  { name: "palette", device: "desktop", theme: "dark", arrange: palette },
  { name: "assistant", device: "desktop", theme: "dark", arrange: approval },
  { name: "today", device: "phone", theme: "light", arrange: (page) => open(page, "/today") },
  { name: "quick-add", device: "phone", theme: "light", arrange: quickAddInWords },
  { name: "project", device: "phone", theme: "dark", arrange: (page, project) => open(page, `/projects/${project}`) },
  { name: "assistant", device: "phone", theme: "dark", arrange: approval },
];

for (const { name, device, theme, arrange } of PICTURES) {
  test(`${name}, ${device}, ${theme}`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ ...DEVICES[device], baseURL, colorScheme: theme, reducedMotion: "reduce" });
    const page = await context.newPage();
    await register(page, newAccount());
    const project = await fillWithSample(page);
    await arrange(page, project);
    await page.evaluate(() => document.fonts.ready);
    await page.waitForLoadState("load");
    const picture = await asWebp(await context.newPage(), await page.screenshot());
    expect(picture.length).toBeLessThan(150_000);
    await writeFile(join(folder, `${name}-${device}-${theme}.webp`), picture);
    await context.close();
  });
}

/** A browser makes WebP of what it has drawn, a third the size. */
async function asWebp(page: Page, png: Buffer): Promise<Buffer> {
  const base64 = await page.evaluate(async (source) => {
    const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${source}`)).blob());
    const canvas = document.createElement("canvas");
    Object.assign(canvas, { width: bitmap.width, height: bitmap.height });
    canvas.getContext("2d")?.drawImage(bitmap, 0, 0);
    return canvas.toDataURL("image/webp", 0.86).split(",")[1] ?? "";
  }, png.toString("base64"));
  return Buffer.from(base64, "base64");
}

async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await ready(page);
  // Beside the page on a wide screen; it comes when there is time.
  const { width } = page.viewportSize() ?? { width: 0 };
  if (width >= 1280) await expect(page.getByRole("textbox", { name: "Message to the assistant" })).toBeVisible();
}

async function todayWithChat(page: Page): Promise<void> {
  await open(page, "/today");
  await say(page, "What is due tomorrow?");
  await say(page, "Add call the landlord on Friday at 10:00 p2");
  await say(page, "complete water the plants");
  await expect(page.getByRole("main").getByText("Water the plants")).toBeHidden();
}

async function upcoming(page: Page): Promise<void> {
  await open(page, "/upcoming");
  await page.getByRole("button", { name: "Close assistant" }).click();
}

async function quickAddInWords(page: Page): Promise<void> {
  await open(page, "/today");
  await page.getByRole("button", { name: "Add task" }).first().click();
  await quickAddInput(page).fill("Water the plants every friday 6pm p2");
  await expect(page.getByRole("dialog").getByText("Priority 2")).toBeVisible();
}

async function board(page: Page, project: string): Promise<void> {
  for (const name of ["Doing", "Waiting"]) {
    const { id } = (await (await page.request.post(`/api/projects/${project}/sections`, { data: { name } })).json()) as { id: string };
    const { items } = (await (await page.request.get(`/api/tasks?project_id=${project}`)).json()) as { items: { id: string; section_id: string | null }[] };
    for (const task of items.filter(({ section_id }) => section_id === null).slice(0, 3)) {
      await page.request.post(`/api/tasks/${task.id}/move`, { data: { section_id: id } });
    }
  }
  await open(page, `/projects/${project}`);
  await page.getByRole("button", { name: "Close assistant" }).click();
  await page.getByRole("button", { name: "Show as board" }).click();
  await expect(page.getByRole("region", { name: "Waiting" }).getByRole("listitem").first()).toBeVisible();
}

async function palette(page: Page): Promise<void> {
  await open(page, "/today");
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill("re");
  await expect(page.getByRole("option", { name: "Review the new navigation" })).toBeVisible();
}

async function approval(page: Page): Promise<void> {
  await open(page, "/assistant");
  await say(page, "What is overdue?");
  await say(page, "delete everything overdue");
  await expect(page.getByRole("button", { name: "Do it" })).toBeVisible();
}
