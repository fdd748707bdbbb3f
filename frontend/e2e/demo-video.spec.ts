// The pictures of the 90-second film: `./todo demo-video` makes a film of them. Only taken when DEMO_VIDEO names a folder.
import { readFileSync } from "node:fs";
import type { Browser, Page } from "@playwright/test";
import { composer, quickAddInput, taskRow, toast, toolCard } from "./support/app";
import { cardPage, terminalPage } from "./support/cards";
import { Film, SIZE } from "./support/film";
import { expect, newAccount, ready, test } from "./support/test";

const folder = process.env.DEMO_VIDEO ?? "";
/** What really happened on a cluster: commands and their output, with the seconds that each line waits. */
interface Recording {
  title: string;
  chapters: { caption: string; lines: { text: string; seconds: number }[] }[];
}

test.skip(folder === "", "DEMO_VIDEO is not set");
test.describe.configure({ retries: 0 });

test("the film", async ({ browser, baseURL }) => {
  test.setTimeout(900_000);
  const context = await browser.newContext({ viewport: SIZE, baseURL, reducedMotion: "reduce", colorScheme: "light" });
  const page = await context.newPage();
  const film = new Film(folder);
  await card(browser, film, "A task manager in your own words", 5, [
    "Todo",
    "Tasks with an assistant beside them. Every change can be taken back.",
  ]);
  await signUp(page, film);
  await addTasks(page, film);
  await talk(page, film);
  await takeBack(page, film);
  await showTerminal(browser, film);
  await card(browser, film, "On your own machines, Apache-2.0", 6, ["Your turn", "One command on a laptop, one on a cluster.", "./todo run", "./todo deploy"]);
  await film.finish(browser);
  await context.close();
});

async function card(browser: Browser, film: Film, caption: string, seconds: number, texts: string[]): Promise<void> {
  const [headline = "", sentence = "", ...commands] = texts;
  const page = await browser.newPage({ viewport: SIZE });
  await page.setContent(cardPage(headline, sentence, commands));
  film.caption(caption);
  await film.hold(page, seconds);
  await page.close();
}

async function signUp(page: Page, film: Film): Promise<void> {
  // Short, to be read, and still another one each time that a copy is filmed.
  const account = { ...newAccount(), email: `ada${String(Date.now()).slice(-4)}@example.com` };
  await page.goto("/");
  await page.getByRole("link", { name: "Create account" }).click();
  await expect(page.getByRole("textbox", { name: "Name" })).toBeVisible();
  film.caption("Sign up: a name, an address, a password");
  await film.hold(page, 1);
  await film.type(page, page.getByRole("textbox", { name: "Name" }), account.name);
  await film.type(page, page.getByRole("textbox", { name: "Email" }), account.email);
  await film.type(page, page.getByLabel("Password"), account.password);
  await film.hold(page, 0.6);
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByRole("heading", { name: "Today", level: 1 })).toBeVisible();
  await ready(page);
  await expect(composer(page)).toBeVisible();
  await film.hold(page, 2);
}

async function addTasks(page: Page, film: Film): Promise<void> {
  film.caption("Quick add: date, time, priority, in your own words");
  await add(page, film, "Pay rent tomorrow at 5pm p1", "Pay rent", 2.4);
  await add(page, film, "Water the plants every friday", "Water the plants", 1.6);
  await add(page, film, "Call the landlord today at 10pm p2", "Call the landlord", 1.6);
  film.caption("Each task lands on its day");
  await page.getByRole("link", { name: "Upcoming" }).click();
  await expect(taskRow(page, "Water the plants").first()).toBeVisible();
  await expect(page.getByLabel("Dismiss")).toHaveCount(0, { timeout: 20_000 });
  await film.hold(page, 5);
}

async function add(page: Page, film: Film, line: string, title: string, seconds: number): Promise<void> {
  await page.keyboard.press("q");
  await expect(quickAddInput(page)).toBeFocused();
  await film.hold(page, 0.5);
  await film.type(page, quickAddInput(page), line);
  const priority = / p(\d)$/.exec(line)?.[1];
  if (priority) await expect(page.getByRole("dialog").getByText(`Priority ${priority}`)).toBeVisible();
  await film.hold(page, seconds);
  await quickAddInput(page).press("Enter");
  await expect(toast(page, `Added “${title}”`)).toBeVisible();
  await film.hold(page, 1.4);
}

async function talk(page: Page, film: Film): Promise<void> {
  film.caption("Ask the assistant: the built-in one needs no model and no key");
  await ask(page, film, "what is due tomorrow?", 3.8);
  film.caption("It acts, too, and shows what it did");
  await ask(page, film, "move water the plants to sunday", 4);
}

async function ask(page: Page, film: Film, message: string, seconds: number): Promise<void> {
  await film.type(page, composer(page), message);
  await film.hold(page, 0.5);
  await composer(page).press("Enter");
  const log = page.getByRole("log", { name: "Conversation" });
  await expect(log.getByText(`You said: ${message}`, { exact: true }).last()).toBeVisible();
  await expect(log).toHaveAttribute("aria-busy", "false");
  await film.hold(page, seconds);
}

async function takeBack(page: Page, film: Film): Promise<void> {
  film.caption("A slip is no harm: undo takes a whole change back");
  await ask(page, film, "complete pay rent", 3);
  const completed = toolCard(page, "Completed 1 task");
  await completed.getByRole("button", { name: "Undo" }).hover();
  await film.hold(page, 1.2);
  await completed.getByRole("button", { name: "Undo" }).click();
  await expect(completed.getByText("Undone")).toBeVisible();
  await expect(taskRow(page, "Pay rent")).toBeVisible();
  await film.hold(page, 3.5);
}

async function showTerminal(browser: Browser, film: Film): Promise<void> {
  const recorded = process.env.DEMO_TERMINAL;
  if (recorded === undefined) return;
  const recording = JSON.parse(readFileSync(recorded, "utf8")) as Recording;
  const page = await browser.newPage({ viewport: SIZE });
  const shown: string[] = [];
  for (const chapter of recording.chapters) {
    film.caption(chapter.caption);
    for (const line of chapter.lines) {
      shown.push(line.text);
      await page.setContent(terminalPage(recording.title, shown));
      await film.hold(page, line.seconds);
    }
  }
  await page.close();
}
