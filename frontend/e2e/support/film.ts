// A film made of still pictures, each shown for as long as the script says: it looks the same however busy the machine is.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Locator, Page } from "@playwright/test";
import { captionPage } from "./cards";

export const SIZE = { width: 1280, height: 720 };
const STRIP = { width: SIZE.width, height: 80 };
/** Characters a picture, and how long each picture of somebody typing is shown. */
const STROKE = 2;
const STROKE_SECONDS = 0.12;

interface Frame {
  file: string;
  seconds: number;
}

interface Caption {
  text: string;
  from: number;
  to: number;
  file: string;
}

/** Takes pictures of pages into a folder, with `film.json` beside them: frames, captions, seconds. */
export class Film {
  private readonly frames: Frame[] = [];
  private readonly captions: Caption[] = [];
  private seconds = 0;

  constructor(private readonly folder: string) {
    mkdirSync(folder, { recursive: true });
  }

  /** Shows the page as it is now for some seconds. */
  async hold(page: Page, seconds: number): Promise<void> {
    const file = `frame-${String(this.frames.length).padStart(4, "0")}.png`;
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: join(this.folder, file), caret: "initial" });
    this.frames.push({ file, seconds });
    this.seconds += seconds;
  }

  /** Types into a field, as a person would be seen to. */
  async type(page: Page, field: Locator, text: string): Promise<void> {
    await field.focus();
    for (let start = 0; start < text.length; start += STROKE) {
      await field.pressSequentially(text.slice(start, start + STROKE));
      await this.hold(page, STROKE_SECONDS);
    }
  }

  /** From here on this stands below the picture. */
  caption(text: string): void {
    this.endCaption();
    const file = `caption-${String(this.captions.length)}.png`;
    this.captions.push({ text, from: this.seconds, to: this.seconds, file });
  }

  /** Draws the captions and writes down what was filmed. */
  async finish(browser: Browser): Promise<void> {
    this.endCaption();
    const page = await browser.newPage({ viewport: STRIP });
    for (const [index, caption] of this.captions.entries()) {
      await page.setContent(captionPage(caption.text, index + 1, this.captions.length));
      await page.evaluate(() => document.fonts.ready);
      await page.screenshot({ path: join(this.folder, caption.file) });
    }
    await page.close();
    const { frames, captions } = this;
    writeFileSync(join(this.folder, "film.json"), JSON.stringify({ ...SIZE, frames, captions }, null, 2));
  }

  private endCaption(): void {
    const last = this.captions.at(-1);
    if (last) last.to = this.seconds;
  }
}
