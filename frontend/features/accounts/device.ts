// What a browser says of itself, in words that a person knows it by. Pure.

const BROWSERS: [RegExp, string][] = [
  [/Edg(?:A|iOS)?\//, "Edge"],
  [/OPR\//, "Opera"],
  [/Firefox\/|FxiOS\//, "Firefox"],
  [/Chrome\/|CriOS\//, "Chrome"],
  [/Safari\//, "Safari"],
];
const SYSTEMS: [RegExp, string][] = [
  [/iPhone|iPod/, "iPhone"],
  [/iPad/, "iPad"],
  [/Android/, "Android"],
  [/Windows/, "Windows"],
  [/Mac OS X|Macintosh/, "macOS"],
  [/CrOS/, "ChromeOS"],
  [/Linux/, "Linux"],
];

/** "Firefox, Windows"; of programs the first word they say; null when nothing is said. */
export function deviceName(userAgent: string | null): string | null {
  const text = userAgent?.trim() ?? "";
  if (text === "") return null;
  const names = [BROWSERS, SYSTEMS].map((known) => known.find(([pattern]) => pattern.test(text))?.[1]);
  const found = names.filter((name) => name !== undefined);
  return found.length > 0 ? found.join(", ") : (text.split(/[\s/]/)[0] ?? null);
}
