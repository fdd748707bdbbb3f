// The app in the languages that it speaks.
import { addTask, dayFromToday, expect, ready, test } from "./support/test";

test.describe("a German browser", () => {
  test.use({ locale: "de-AT" });

  test("is answered in German, until the person chooses otherwise", async ({ page, account }) => {
    expect(account.email).toContain("@");
    await addTask(page, { title: "Blumen gießen", due_date: dayFromToday(1) });
    await page.goto("/upcoming");
    await ready(page);
    await expect(page.locator("html")).toHaveAttribute("lang", "de");
    await expect(page.getByRole("heading", { name: "Demnächst", level: 1 })).toBeVisible();
    await expect(page.getByRole("heading", { name: /^Morgen/ })).toBeVisible();
    await expect(page.getByRole("checkbox", { name: "„Blumen gießen“ abhaken" })).toBeVisible();

    await page.goto("/settings");
    await ready(page);
    await page.getByLabel("Sprache").selectOption("Español");
    await expect(page.getByRole("heading", { name: "Ajustes", level: 1 })).toBeVisible();
    await expect(page.locator("html")).toHaveAttribute("lang", "es");
    await page.goto("/today");
    await expect(page.getByRole("heading", { name: "Hoy", level: 1 })).toBeVisible();
    await expect(page).toHaveTitle("Hoy · Todo");

    await page.goto("/settings");
    await ready(page);
    await page.getByLabel("Idioma").selectOption("El del navegador");
    await expect(page.getByRole("heading", { name: "Einstellungen", level: 1 })).toBeVisible();
  });
});

for (const [locale, heading] of Object.entries({ "de-DE": "Willkommen zurück", "es-MX": "Hola de nuevo", "fr-FR": "Welcome back" })) {
  test.describe(locale, () => {
    test.use({ locale });

    test("before signing in", async ({ page }) => {
      await page.goto("/sign-in");
      await expect(page.getByRole("heading", { name: heading })).toBeVisible();
    });
  });
}

for (const language of ["de", "es"]) {
  for (const width of [320, 390, 1280]) {
    test(`nothing is cut off in ${language} at ${width} pixels`, async ({ page, account, baseURL }) => {
      expect(account.email).toContain("@");
      await page.context().addCookies([{ name: "todo_language", value: language, url: baseURL ?? "" }]);
      await page.setViewportSize({ width, height: 844 });
      await addTask(page, { title: "Water the plants", due_date: dayFromToday(0) });
      for (const path of ["/today", "/upcoming", "/settings"]) {
        await page.goto(path);
        await ready(page);
        const overflow = await page.evaluate(() => {
          const main = document.querySelector("main");
          const bar = document.querySelector("nav:last-of-type");
          return Math.max(...[main, bar].map((box) => (box === null ? 0 : box.scrollWidth - box.clientWidth)));
        });
        expect(overflow, path).toBeLessThanOrEqual(0);
      }
    });
  }
}
