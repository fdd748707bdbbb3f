import { expect, type Page } from "@playwright/test";

interface File {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** Gives a file to the chooser that `act` opens; the browser may not yet have been told to hand it over when that comes. */
export async function chooseAfter(page: Page, act: () => Promise<void>, file: File): Promise<void> {
  await expect(async () => {
    const choosing = page.waitForEvent("filechooser", { timeout: 2_000 });
    await act();
    await (await choosing).setFiles(file);
  }).toPass();
}
