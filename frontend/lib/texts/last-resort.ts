// What is said when not even the frame of a page can be made, with which all other texts come.
import { FALLBACK, isLanguage, type Language } from "./catalogue";

export interface LastResort {
  title: string;
  retry: string;
}

const WORDS: Record<Language, LastResort> = {
  en: { title: "This page could not be loaded", retry: "Try again" },
  de: { title: "Diese Seite konnte nicht geladen werden", retry: "Noch einmal versuchen" },
  es: { title: "No se pudo cargar esta página", retry: "Intentarlo de nuevo" },
};

/** In the language of the page that failed, or of the browser. */
export function lastResort(tag: string): { language: Language; words: LastResort } {
  const base = tag.split("-")[0];
  const language = isLanguage(base) ? base : FALLBACK;
  return { language, words: WORDS[language] };
}
