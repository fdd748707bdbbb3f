// A rule by which a task recurs, in words. Pure. It knows what people write; anything else is shown as it is (RFC 5545).
import { type Day, shortDate } from "@/lib/dates";
import type { Texts } from "@/lib/texts/translate";

export interface Rule {
  rule: string;
  anchor: "due" | "completion";
}

const WEEKDAYS = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];
const WORKDAYS = "MO,TU,WE,TH,FR";
const KNOWN = new Set(["FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "BYMONTH", "COUNT", "UNTIL", "WKST"]);
const UNITS = { HOURLY: "hour", DAILY: "day", WEEKLY: "week", MONTHLY: "month", YEARLY: "year" } as const;

export function describeRule({ rule, anchor }: Rule, today: Day, texts: Texts): string {
  const parts = new Map(rule.split(";").map((part) => part.split("=", 2) as [string, string]));
  const unit = UNITS[(parts.get("FREQ") ?? "") as keyof typeof UNITS] as (typeof UNITS)[keyof typeof UNITS] | undefined;
  if (unit === undefined || [...parts.keys()].some((name) => !KNOWN.has(name))) return rule;
  const count = Number(parts.get("INTERVAL") ?? 1);
  const days = parts.get("BYDAY");
  const every =
    days === WORKDAYS && count === 1 ? texts.t("rules.workdays") : withDays(texts.t(`rules.every.${unit}`, { count }), parts, texts);
  const after = anchor === "completion" ? [texts.t("rules.afterDone")] : [];
  return [every, ...ending(parts, today, texts), ...after].join(", ");
}

function withDays(every: string, parts: ReadonlyMap<string, string>, texts: Texts): string {
  const months = (parts.get("BYMONTH") ?? "").split(",").filter(Boolean);
  const monthDays = (parts.get("BYMONTHDAY") ?? "").split(",").filter(Boolean);
  const days = (parts.get("BYDAY") ?? "").split(",").filter(Boolean);
  const named = [
    ...days.map((day) => weekday(day, texts)),
    ...monthDays.map((day) => (day === "-1" ? texts.t("rules.lastDay") : texts.t("rules.monthDay", { day }))),
  ];
  const inMonths = months.map((month) => texts.month(Number(month) - 1, "long"));
  const on = named.length === 0 ? every : texts.t("rules.on", { every, days: listed(named, texts) });
  return inMonths.length === 0 ? on : texts.t("rules.in", { every: on, months: listed(inMonths, texts) });
}

/** "MO", "2TU" or "-1FR". */
function weekday(day: string, texts: Texts): string {
  const [, ordinal = "", code = ""] = /^(-?\d*)(\w\w)$/.exec(day) ?? [];
  const name = texts.weekday(WEEKDAYS.indexOf(code), "long");
  if (ordinal === "") return name;
  return ordinal === "-1" ? texts.t("rules.last", { day: name }) : texts.t("rules.nth", { n: ordinal, day: name });
}

function ending(parts: ReadonlyMap<string, string>, today: Day, texts: Texts): string[] {
  const count = parts.get("COUNT");
  const until = parts.get("UNTIL");
  if (count !== undefined) return [texts.t("rules.times", { count: Number(count) })];
  if (until === undefined) return [];
  const day = `${until.slice(0, 4)}-${until.slice(4, 6)}-${until.slice(6, 8)}`;
  return [texts.t("rules.until", { day: shortDate(day, today, texts) })];
}

function listed(names: readonly string[], { language }: Texts): string {
  return new Intl.ListFormat(language, { type: "conjunction" }).format(names);
}
