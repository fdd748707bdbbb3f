// Texts in one language. Pure; plural forms and the names of days and months are the platform's own (ECMA-402).
import type { Language, Messages, TextKey, Translate } from "./catalogue";

export interface Texts {
  language: Language;
  t: Translate;
  has: (key: string) => key is TextKey;
  /** "Wednesday", "Wed"; 0 is Sunday. */
  weekday: (index: number, style: "long" | "short") => string;
  /** "November", "Nov"; 0 is January. */
  month: (index: number, style: "long" | "short") => string;
}

const A_SUNDAY = Date.UTC(2026, 1, 1);
const MS_PER_DAY = 86_400_000;
const THOUSAND = 1_000;

export function createTexts(language: Language, messages: Messages): Texts {
  const plurals = new Intl.PluralRules(language);
  const t = (key: TextKey, values: Record<string, string | number> = {}): string => {
    const message = messages[key];
    const text = typeof message === "string" ? message : (message[plurals.select(Number(values.count))] ?? message.other);
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name] ?? whole;
      // "10,000 tasks"; other numbers, such as years, stand as they are.
      return name === "count" && Number(value) >= THOUSAND ? Number(value).toLocaleString(language) : String(value);
    });
  };
  return {
    language,
    t,
    has: (key): key is TextKey => Object.hasOwn(messages, key),
    weekday: (index, style) => nameOf(language, { weekday: style }, A_SUNDAY + index * MS_PER_DAY),
    month: (index, style) => nameOf(language, { month: style }, Date.UTC(2026, index, 15)),
  };
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Names stand alone in the platform's data; what stands around them is up to the catalogue, so that server and browser agree. */
function nameOf(language: Language, style: Intl.DateTimeFormatOptions, moment: number): string {
  const key = language + JSON.stringify(style);
  const format = formats.get(key) ?? new Intl.DateTimeFormat(language, { ...style, timeZone: "UTC" });
  formats.set(key, format);
  return format.format(moment);
}
