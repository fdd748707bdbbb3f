// Texts as components get them, for tests.
import { de } from "@/lib/texts/de";
import { en } from "@/lib/texts/en";
import { es } from "@/lib/texts/es";
import { createTexts } from "@/lib/texts/translate";

export const CATALOGUES = { en, de, es };
export const ENGLISH = createTexts("en", en);
export const GERMAN = createTexts("de", de);
export const SPANISH = createTexts("es", es);
