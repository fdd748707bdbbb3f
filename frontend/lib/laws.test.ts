// What has to hold for every day, time, address and name, not for examples alone.
import { describe, expect, it } from "vitest";
import { CATALOGUES, ENGLISH, GERMAN, SPANISH } from "@/tests/texts";
import { cn } from "./class-names";
import { addDays, daysBetween, describeDay, longDate, momentOf, sayTime, shortDate, wallClock, weekdayName, weekdayOf } from "./dates";
import { safeNext, signInPath } from "./sign-in-path";
import type { Message } from "./texts/catalogue";
import { uuidv7 } from "./uuid";

const LANGUAGES = [ENGLISH, GERMAN, SPANISH];
/** Every day of four years, with a leap day among them. */
const DAYS = Array.from({ length: 1461 }, (_, index) => addDays("2026-01-01", index));
const YEAR = DAYS.slice(0, 365);
const TIMES = Array.from({ length: 1440 }, (_, index) => `${pad(Math.floor(index / 60))}:${pad(index % 60)}`);
const ZONES = ["UTC", "Europe/Berlin", "America/St_Johns", "Pacific/Apia", "Pacific/Chatham", "Asia/Kathmandu", "Australia/Lord_Howe"];

function pad(number: number): string {
  return String(number).padStart(2, "0");
}

describe("days", () => {
  it("follow each other, each once, each on the weekday after the last", () => {
    expect(new Set(DAYS).size).toBe(DAYS.length);
    expect([...DAYS].sort()).toEqual(DAYS);
    expect(DAYS.at(-1)).toBe("2029-12-31");
    for (const day of DAYS) expect((weekdayOf(addDays(day, 1)) - weekdayOf(day) + 7) % 7).toBe(1);
  });

  it.each([0, 1, -1, 6, 7, 28, 59, -365, 366, 10_000])("come back after %d days", (count) => {
    for (const day of DAYS) {
      expect(addDays(addDays(day, count), -count)).toBe(day);
      expect(daysBetween(day, addDays(day, count))).toBe(count);
    }
  });

  it.each(ZONES)("have a noon that clocks in %s show", (zone) => {
    for (const day of YEAR) expect(wallClock(momentOf(day, "12:00", zone), zone)).toEqual({ day, time: "12:00" });
  });

  it.each(ZONES)("go on as moments do in %s", (zone) => {
    const moments = YEAR.map((day) => momentOf(day, "08:15", zone));
    expect([...moments].sort()).toEqual(moments);
  });

  it.each(LANGUAGES.map((texts) => [texts.language, texts] as const))("are told apart within a year around today, in %s", (_, texts) => {
    const today = YEAR[180] ?? "";
    for (const say of [(day: string) => describeDay(day, today, texts), (day: string) => shortDate(day, today, texts)]) {
      expect(new Set(YEAR.map(say)).size).toBe(YEAR.length);
    }
    for (const day of YEAR) expect(longDate(day, texts)).toContain(weekdayName(day, texts));
  });

  it("are named with a capital where they stand alone", () => {
    for (const texts of LANGUAGES) {
      for (const day of DAYS.slice(0, 7)) expect(weekdayName(day, texts)).toMatch(/^\p{Lu}\p{Ll}+$/u);
    }
  });
});

describe("times", () => {
  it("by the clock of twelve hours are told apart, and only whole hours go without minutes", () => {
    const said = TIMES.map((time) => sayTime(time, "h12"));
    expect(new Set(said).size).toBe(1440);
    expect(said.filter((time) => !time.includes(":"))).toHaveLength(24);
    for (const time of said) expect(time).toMatch(/^(?:1[0-2]|[1-9])(?::[0-5]\d)?\u00a0[AP]M$/);
  });

  it("by the clock of 24 stay as they are", () => {
    expect(TIMES.map((time) => sayTime(time, "h23"))).toEqual(TIMES);
  });

  it("that clocks skip or show twice become moments all the same, in their order", () => {
    for (const day of ["2026-03-29", "2026-10-25"]) {
      const moments = TIMES.map((time) => Date.parse(momentOf(day, time, "Europe/Berlin")));
      expect(moments.every(Number.isFinite)).toBe(true);
      const shown = moments.map((moment) => wallClock(new Date(moment), "Europe/Berlin").time);
      const changed = shown.filter((time, index) => time !== TIMES[index]);
      expect(changed).toHaveLength(day === "2026-03-29" ? 60 : 0);
    }
  });
});

describe("where one goes on after signing in", () => {
  const PIECES = ["/", "\\", "..", ".", "@", ":", "?", "%2f", "\t", "https:", "evil.example"];
  const wanted = PIECES.flatMap((first) => PIECES.flatMap((second) => PIECES.map((third) => `/${first}${second}${third}`)));

  it("is here, whatever was wanted", () => {
    for (const one of [...wanted, ...wanted.map((path) => path.slice(1))]) {
      const next = safeNext(one);
      expect(next, one).toMatch(/^\/(?![/\\])/);
      expect(new URL(next, "https://todo.example").origin, one).toBe("https://todo.example");
    }
  });

  it("stays the same when it is asked for once more, and when it goes through the address", () => {
    for (const one of wanted) {
      const next = safeNext(one);
      expect(safeNext(next)).toBe(next);
      const query = new URLSearchParams(signInPath(next, false).split("?")[1] ?? "");
      expect(safeNext(query.get("next") ?? undefined)).toBe(next === "/" ? "/today" : next);
    }
  });
});

describe("ids", () => {
  const FORM = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
  const at = (id: string): number => Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16);

  it.each([0, 1, 2 ** 32 - 1, 2 ** 32, 1_764_000_000_000, 2 ** 48 - 1])("tell their moment: %d", (moment) => {
    expect(uuidv7(moment)).toMatch(FORM);
    expect(at(uuidv7(moment))).toBe(moment);
  });

  it("are of now without a moment", () => {
    const before = Date.now();
    const moment = at(uuidv7());
    expect(moment).toBeGreaterThanOrEqual(before);
    expect(moment).toBeLessThanOrEqual(Date.now());
  });
});

it.each<[Parameters<typeof cn>, string]>([
  [[], ""],
  [["a"], "a"],
  [["a", "b c"], "a b c"],
  [["a", false, null, undefined, "", "b"], "a b"],
])("joins %j to “%s”", (classes, joined) => {
  expect(cn(...classes)).toBe(joined);
});

describe.each(Object.entries(CATALOGUES))("texts in %s", (_, messages) => {
  const texts = Object.entries<Message>(messages).flatMap(([key, message]) =>
    (typeof message === "string" ? [message] : Object.values(message)).map((text) => [key, text] as const),
  );

  it("have no space at either end and none twice", () => {
    expect(texts.filter(([, text]) => text !== text.trim() || / {2}/.test(text))).toEqual([]);
  });

  it("have no braces but around names", () => {
    expect(texts.filter(([, text]) => /[{}]/.test(text.replace(/\{\w+\}/g, "")))).toEqual([]);
  });

  it("have the apostrophes, quotes and dots of print", () => {
    expect(texts.filter(([, text]) => /'|\.\.\./.test(text))).toEqual([]);
  });
});
