// Calendar days and wall clocks of a person's time zone. Pure; "now" is always handed in, so that server and browser say
// the same. A day is "YYYY-MM-DD", a time "HH:MM".
import type { Texts } from "@/lib/texts/translate";

export type Day = string;
export type Time = string;
/** 1 to 12 with AM and PM, or 0 to 23. */
export type HourCycle = "h12" | "h23";

export interface WallClock {
  day: Day;
  time: Time;
}

const MS_PER_DAY = 86_400_000;
const MINUTES_PER_DAY = 1440;
const formats = new Map<string, Intl.DateTimeFormat>();

/** What calendar and clock in `zone` show at this moment. */
export function wallClock(moment: Date | string, zone: string): WallClock {
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(new Date(moment))
      .map(({ type, value }) => [type, value]),
  );
  const { year = "", month = "", day = "", hour = "", minute = "" } = parts;
  return { day: `${year.padStart(4, "0")}-${month}-${day}`, time: `${hour}:${minute}` };
}

/**
 * The moment at which clocks in `zone` show this, as RFC 3339 in UTC. A time that a clock change skips becomes the same
 * distance after the change; of one that comes twice, the first is taken.
 */
export function momentOf(day: Day, time: Time, zone: string): string {
  const asUtc = Date.parse(`${day}T${time}:00Z`);
  const before = asUtc - offsetAt(asUtc - MS_PER_DAY, zone);
  const after = asUtc - offsetAt(asUtc + MS_PER_DAY, zone);
  const shows = (moment: number): boolean => moment + offsetAt(moment, zone) === asUtc;
  const candidates = [before, after].filter(shows);
  return new Date(candidates.length > 0 ? Math.min(...candidates) : before).toISOString();
}

export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(`${day}T00:00Z`) + count * MS_PER_DAY).toISOString().slice(0, 10);
}

/** Days from `first` to `second`; negative when `second` is earlier. */
export function daysBetween(first: Day, second: Day): number {
  return Math.round((Date.parse(`${second}T00:00Z`) - Date.parse(`${first}T00:00Z`)) / MS_PER_DAY);
}

/** 0 is Sunday. */
export function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00Z`).getUTCDay();
}

/** As short as it can be understood: Today, Tomorrow, Fri, 12 Dec, 12 Dec 2027. */
export function describeDay(day: Day, today: Day, texts: Texts): string {
  const distance = daysBetween(today, day);
  if (distance === 0) return texts.t("dates.today");
  if (distance === 1) return texts.t("dates.tomorrow");
  if (distance === -1) return texts.t("dates.yesterday");
  if (distance > 1 && distance < 7) return texts.weekday(weekdayOf(day), "short");
  return shortDate(day, today, texts);
}

/** "17:00", or by the clock of twelve hours "5 PM" and "5:30 PM". */
export function sayTime(time: Time, hourCycle: HourCycle): string {
  if (hourCycle === "h23") return time;
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  const past = minutes === 0 ? "" : `:${String(minutes).padStart(2, "0")}`;
  return `${hours % 12 || 12}${past}\u00a0${hours < 12 ? "AM" : "PM"}`;
}

/** A time as people type it: "17", "17:30", "1730", "5pm", "5.30 p.m."; null for anything else. */
export function readTime(text: string): Time | null {
  const found = /^(\d{1,2})(?:[:.h ]?(\d\d))? ?(?:uhr|h)? ?(?:([ap])\.? ?m?\.?)?$/i.exec(text.replace(/\s/g, " ").trim());
  if (found === null) return null;
  const [hours, minutes, half] = [Number(found[1]), Number(found[2] ?? 0), found[3]?.toLowerCase()];
  if (half !== undefined && (hours < 1 || hours > 12)) return null;
  const hour = half === undefined ? hours : (hours % 12) + (half === "p" ? 12 : 0);
  return hour > 23 || minutes > 59 ? null : toTime(60 * hour + minutes);
}

/** Earlier or later on the same day, in whole steps. */
export function stepTime(time: Time, step: number): Time {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  const size = Math.abs(step);
  const now = hours * 60 + minutes;
  const next = step > 0 ? Math.floor(now / size) * size + size : Math.ceil(now / size) * size - size;
  return toTime((next + MINUTES_PER_DAY) % MINUTES_PER_DAY);
}

function toTime(minutes: number): Time {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");
}

/** "Wednesday 25 November". */
export function longDate(day: Day, texts: Texts): string {
  const month = texts.month(monthOf(day), "long");
  return texts.t("dates.long", { weekday: weekdayName(day, texts), day: dayOfMonth(day), month });
}

/** "12 Dec", with the year when it is another one than today's. */
export function shortDate(day: Day, today: Day, texts: Texts): string {
  const parts = { day: dayOfMonth(day), month: texts.month(monthOf(day), "short") };
  if (day.slice(0, 4) === today.slice(0, 4)) return texts.t("dates.short", parts);
  return texts.t("dates.shortWithYear", { ...parts, year: Number(day.slice(0, 4)) });
}

/** "12 December", with the year when it is another one than today's. */
export function dayAndMonth(day: Day, today: Day, texts: Texts): string {
  const parts = { day: dayOfMonth(day), month: texts.month(monthOf(day), "long") };
  if (day.slice(0, 4) === today.slice(0, 4)) return texts.t("dates.dayAndMonth", parts);
  return texts.t("dates.dayAndMonthWithYear", { ...parts, year: Number(day.slice(0, 4)) });
}

/** With a capital, as it stands in headings: languages differ in that. */
export function weekdayName(day: Day, texts: Texts): string {
  const name = texts.weekday(weekdayOf(day), "long");
  return name.charAt(0).toLocaleUpperCase(texts.language) + name.slice(1);
}

function monthOf(day: Day): number {
  return Number(day.slice(5, 7)) - 1;
}

function dayOfMonth(day: Day): number {
  return Number(day.slice(8, 10));
}

function offsetAt(moment: number, zone: string): number {
  const { day, time } = wallClock(new Date(moment), zone);
  const wholeMinute = Math.floor(moment / 60_000) * 60_000;
  return Date.parse(`${day}T${time}:00Z`) - wholeMinute;
}

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat("en-GB", {
      timeZone: zone,
      calendar: "gregory",
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
    });
    formats.set(zone, format);
  }
  return format;
}
