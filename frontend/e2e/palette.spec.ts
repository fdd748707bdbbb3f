// The command palette and the sheet of shortcuts, with the keyboard alone.
import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import { quickAddInput, taskRow, toast } from "./support/app";
import { fillWithSample } from "./support/sample";
import { addProject, addTask, dayFromToday, expect, ready, test } from "./support/test";

const SIZES = { desktop: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } };

function palette(page: Page): Locator {
  return page.getByRole("dialog", { name: "Command palette" });
}

function field(page: Page): Locator {
  return palette(page).getByRole("combobox", { name: "Search for tasks, projects and commands" });
}

async function open(page: Page): Promise<void> {
  await page.keyboard.press("Control+k");
  await expect(field(page)).toBeFocused();
}

/** Opens it, types, and takes the option of this name. */
async function choose(page: Page, text: string, name: string): Promise<void> {
  await open(page);
  await page.keyboard.type(text);
  const option = palette(page).getByRole("option", { name, exact: true });
  await expect(option).toBeVisible();
  for (let step = 0; step < 20 && (await option.getAttribute("aria-selected")) !== "true"; step++) {
    await page.keyboard.press("ArrowDown");
  }
  await page.keyboard.press("Enter");
  await expect(palette(page)).toBeHidden();
}

test.beforeEach(({ account }) => {
  expect(account.email).toContain("@");
});

test("leads to every page", async ({ page }) => {
  await addProject(page, "Küche renovieren");
  await page.goto("/today");
  await ready(page);
  for (const [text, name] of [["upc", "Upcoming"], ["inb", "Inbox"], ["sett", "Settings"], ["kuche", "Küche renovieren"]] as const) {
    await choose(page, text, name);
    await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
  }
});

test("finds tasks, open and completed, and opens them", async ({ page }) => {
  await addTask(page, { title: "Renew the passport" });
  const { id } = await addTask(page, { title: "Photograph for the passport" });
  await page.request.post(`/api/tasks/${id}/complete`);
  await page.goto("/today");
  await ready(page);
  await open(page);
  await page.keyboard.type("passport");
  const tasks = palette(page).getByRole("group", { name: "Tasks" });
  await expect(tasks.getByRole("option")).toHaveText(["Renew the passport", "Photograph for the passport"]);
  await page.keyboard.press("Escape");
  await choose(page, "renew", "Renew the passport");
  await expect(page.getByRole("textbox", { name: "Title" })).toHaveValue("Renew the passport");
});

test("acts on the task that has the focus", async ({ page }) => {
  await addTask(page, { title: "First" });
  await addTask(page, { title: "Second" });
  await page.goto("/inbox");
  await ready(page);
  await page.keyboard.press("j");
  await choose(page, "complete", "Complete “First”");
  await expect(taskRow(page, "First")).toBeHidden();
  // What the server has not heard of yet can't be taken back.
  await expect(toast(page, "Completed “First”")).toBeVisible();
  await choose(page, "undo", "Undo the last change");
  await expect(taskRow(page, "First")).toBeVisible();
});

test("does what the app can do", async ({ page }) => {
  await page.goto("/today");
  await ready(page);
  await choose(page, "new pro", "New project");
  await expect(page.getByRole("dialog", { name: "New project" }).getByRole("textbox", { name: "Name" })).toBeFocused();
  await page.keyboard.press("Escape");
  await choose(page, "dark", "Theme: Dark");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await choose(page, "Buy oat milk", "Add “Buy oat milk”");
  await expect(quickAddInput(page)).toHaveValue("Buy oat milk");
  await page.keyboard.press("Enter");
  await expect(toast(page, "Added “Buy oat milk” to Inbox")).toBeVisible();
  await choose(page, "espa", "Language: Español");
  await expect(page.getByRole("heading", { name: "Hoy", level: 1 })).toBeVisible();
});

test("edits, deletes and brings back the project that is open, and signs out", async ({ page }) => {
  const { id } = await addProject(page, "Garden");
  await page.goto(`/projects/${id}`);
  await ready(page);
  await choose(page, "delete", "Delete “Garden”");
  await expect(page).toHaveURL(/\/inbox$/);
  await choose(page, "undo", "Undo the last change");
  await choose(page, "garden", "Garden");
  await expect(page.getByRole("heading", { name: "Garden", level: 1 })).toBeVisible();
  await choose(page, "edit gar", "Edit “Garden”");
  await expect(page.getByRole("dialog").getByRole("textbox", { name: "Name" })).toHaveValue("Garden");
  await page.keyboard.press("Escape");
  await choose(page, "sign out", "Sign out");
  await expect(page).toHaveURL(/\/sign-in$/);
});

test("gives the focus back, says when nothing answers, and holds letters typed too early", async ({ page }) => {
  await addTask(page, { title: "Only one" });
  await page.goto("/inbox");
  await ready(page);
  await page.keyboard.press("j");
  await page.keyboard.press("Control+k");
  await page.keyboard.type("zebra");
  await expect(field(page)).toHaveValue("zebra");
  await expect(palette(page).getByRole("option")).toHaveText(["Add “zebra”"]);
  await expect(palette(page).getByRole("status")).toHaveText("1 result");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Only one", exact: true })).toBeFocused();
});

test("on a phone it is opened, used and closed by touch", async ({ page }) => {
  await page.setViewportSize(SIZES.phone);
  await page.goto("/today");
  await ready(page);
  await page.getByRole("main").getByRole("button", { name: "Search" }).click();
  await palette(page).getByRole("button", { name: "Close" }).click();
  await expect(palette(page)).toBeHidden();
  await page.getByRole("main").getByRole("button", { name: "Search" }).click();
  await field(page).fill("inb");
  await palette(page).getByRole("option", { name: "Inbox" }).click();
  await expect(page.getByRole("heading", { name: "Inbox", level: 1 })).toBeVisible();
});

for (const [size, viewport] of Object.entries(SIZES)) {
  for (const colorScheme of ["light", "dark"] as const) {
    test.describe(`${size}, ${colorScheme}`, () => {
      test.use({ viewport, colorScheme });

      test("axe finds nothing in the palette and the sheet of shortcuts", async ({ page }) => {
        await fillWithSample(page);
        await addTask(page, { title: "Dentist again", due_date: dayFromToday(2) });
        await page.goto("/today");
        await ready(page);
        const violations = async (): Promise<string[]> => {
          const { violations: found } = await new AxeBuilder({ page }).analyze();
          return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
        };
        await open(page);
        expect(await violations(), "empty").toEqual([]);
        await page.keyboard.type("den");
        await expect(palette(page).getByRole("option", { name: "Dentist again" })).toBeVisible();
        expect(await violations(), "with results").toEqual([]);
        const box = await palette(page).boundingBox();
        expect(box?.width).toBeLessThanOrEqual(viewport.width);
        await page.keyboard.press("Escape");
        await page.keyboard.press("?");
        await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
        expect(await violations(), "shortcuts").toEqual([]);
      });
    });
  }
}
