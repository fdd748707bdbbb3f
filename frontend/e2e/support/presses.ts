// What a page is pressed with.
import type { Page } from "@playwright/test";

/** What is pressed from now on, with any pointer but those of this kind; fills while the page is used. */
export async function pressesOf(page: Page, allowed = "none"): Promise<string[]> {
  const pressed: string[] = [];
  await page.exposeFunction("notePress", (where: string) => pressed.push(where));
  await page.addInitScript((kind) => {
    const note = (event: PointerEvent): void => {
      const { notePress } = window as unknown as { notePress: (where: string) => void };
      if (event.isTrusted && event.pointerType !== kind) notePress(`${event.pointerType}: ${(event.target as Element).outerHTML.slice(0, 80)}`);
    };
    addEventListener("pointerdown", note, { capture: true });
  }, allowed);
  return pressed;
}
