// The chosen language: in a cookie, which the server reads for the next page.
import { LANGUAGE_COOKIE, remember } from "@/lib/preferences";
import type { Language } from "@/lib/texts/catalogue";

/** "browser" leaves it to what the browser asks for. */
export type LanguageChoice = Language | "browser";

export function rememberLanguage(choice: LanguageChoice): void {
  remember(LANGUAGE_COOKIE, choice);
}
