import { expect, it } from "vitest";
import { ENGLISH, GERMAN, SPANISH } from "@/tests/texts";
import { describeRule } from "./rule-words";

const TODAY = "2026-11-25";

it.each([
  ["FREQ=DAILY", "every day", "jeden Tag", "cada día"],
  ["FREQ=DAILY;INTERVAL=3", "every 3 days", "alle 3 Tage", "cada 3 días"],
  ["FREQ=WEEKLY;BYDAY=MO", "every week on Monday", "jede Woche am Montag", "cada semana el lunes"],
  ["FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "every weekday", "jeden Werktag", "cada día laborable"],
  ["FREQ=MONTHLY;BYMONTHDAY=-1", "every month on the last day", "jeden Monat am letzten Tag", "cada mes el último día"],
  ["FREQ=MONTHLY;BYDAY=-1FR", "every month on the last Friday", "jeden Monat am letzten Freitag", "cada mes el último viernes"],
])("%s", (rule, ...expected) => {
  expect([ENGLISH, GERMAN, SPANISH].map((texts) => describeRule({ rule, anchor: "due" }, TODAY, texts))).toEqual(expected);
});

it("says how it ends, and from when it counts", () => {
  const say = (rule: string, anchor: "due" | "completion" = "due"): string => describeRule({ rule, anchor }, TODAY, ENGLISH);
  expect(say("FREQ=WEEKLY;COUNT=4")).toBe("every week, 4 times");
  expect(say("FREQ=DAILY;UNTIL=20261224")).toBe("every day, until 24 Dec");
  expect(say("FREQ=WEEKLY;INTERVAL=2", "completion")).toBe("every 2 weeks, after it was done");
  expect(say("FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1")).toBe("every year on day 1 in March");
  expect(say("FREQ=WEEKLY;BYDAY=MO,WE")).toBe("every week on Monday and Wednesday");
});

it("shows what it has no words for as it is", () => {
  const rule = "FREQ=DAILY;BYSETPOS=2;BYHOUR=3";
  expect(describeRule({ rule, anchor: "due" }, TODAY, ENGLISH)).toBe(rule);
});
