// Texts for server components: the language that the person has chosen, else the browser's.
import "server-only";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import { LANGUAGE_COOKIE } from "@/lib/preferences";
import type { Language, Messages } from "./catalogue";
import { de } from "./de";
import { en } from "./en";
import { es } from "./es";
import { chooseLanguage } from "./negotiate";
import { createTexts, type Texts } from "./translate";

const CATALOGUES: Record<Language, Messages> = { en, de, es };

export interface ServerTexts extends Texts {
  messages: Messages;
}

/** Once a request, however many ask. */
export const serverTexts = cache(async (): Promise<ServerTexts> => {
  const [jar, asked] = await Promise.all([cookies(), headers()]);
  const language = chooseLanguage(jar.get(LANGUAGE_COOKIE)?.value, asked.get("accept-language"));
  const messages = CATALOGUES[language];
  return { ...createTexts(language, messages), messages };
});
