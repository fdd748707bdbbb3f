// Which of our languages suits a browser best (RFC 9110 section 12.5.4). Pure.
import { FALLBACK, isLanguage, type Language } from "./catalogue";

/** The person's own choice, else the first of the browser's that we have, else English. */
export function chooseLanguage(chosen: string | undefined, accepted: string | null): Language {
  if (isLanguage(chosen)) return chosen;
  return preferences(accepted ?? "").find(isLanguage) ?? FALLBACK;
}

/** Languages in order of weight, without their regions. */
function preferences(accepted: string): string[] {
  return accepted
    .split(",")
    .map((range) => {
      const [tag = "", ...options] = range.trim().split(";");
      const weight = options.map((option) => /^\s*q=([\d.]+)\s*$/.exec(option)?.[1]).find((found) => found !== undefined);
      return { language: (tag.split("-")[0] ?? "").toLowerCase(), weight: Number(weight ?? 1) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((first, second) => second.weight - first.weight)
    .map(({ language }) => language);
}
