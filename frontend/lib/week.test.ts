import { describe, expect, it } from "vitest";
import { addDays, daysBetween, weekdayOf } from "./dates";
import { addMonths, firstWeekday, nextWeek, startOfWeek, weekendAhead, weeksOfMonth } from "./week";

describe("firstWeekday", () => {
  it.each([
    ["monday", "month_first", 1],
    ["sunday", "day_first", 0],
    ["saturday", "language", 6],
    ["language", "language", 1],
    ["language", "day_first", 1],
    ["language", "month_first", 0],
  ] as const)("%s with dates %s is %i", (week_start, date_order, first) => {
    expect(firstWeekday({ week_start, date_order })).toBe(first);
  });
});

describe("weeks", () => {
  const DAYS = Array.from({ length: 800 }, (_, index) => addDays("2027-06-15", index));

  it.each([0, 1, 6])("that begin on %i begin there, on or before each day, by less than a week", (first) => {
    for (const day of DAYS) {
      const start = startOfWeek(day, first);
      expect(weekdayOf(start)).toBe(first);
      expect(start <= day && addDays(start, 6) >= day).toBe(true);
    }
  });

  it.each([0, 1, 6])("that begin on %i have a next one, and a weekend to come, within seven days", (first) => {
    for (const day of DAYS) {
      expect(weekdayOf(nextWeek(day, first))).toBe(first);
      expect(weekdayOf(weekendAhead(day))).toBe(6);
      for (const ahead of [nextWeek(day, first), weekendAhead(day)]) {
        expect(daysBetween(day, ahead)).toBeGreaterThanOrEqual(1);
        expect(daysBetween(day, ahead)).toBeLessThanOrEqual(7);
      }
    }
  });

  it.each([0, 1, 6])("that begin on %i show each day of a month once, row by row", (first) => {
    for (const day of DAYS.filter((_, index) => index % 29 === 0)) {
      const shown = weeksOfMonth(day, first).flat();
      expect(shown.every((one, index) => index === 0 || one === addDays(shown[index - 1] ?? "", 1))).toBe(true);
      const month = day.slice(0, 7);
      expect(shown).toContain(`${month}-01`);
      expect(shown).toContain(addDays(addMonths(`${month}-01`, 1), -1));
      expect(shown.length).toBeLessThanOrEqual(42);
    }
  });

  it("of November 2026 are six when they begin on Monday, five when on Sunday", () => {
    expect(weeksOfMonth("2026-11-25", 1)).toHaveLength(6);
    expect(weeksOfMonth("2026-11-25", 0)).toHaveLength(5);
  });
});

describe("addMonths", () => {
  it.each([
    ["2026-11-25", 1, "2026-12-25"],
    ["2026-12-25", 1, "2027-01-25"],
    ["2027-01-31", 1, "2027-02-28"],
    ["2028-01-31", 1, "2028-02-29"],
    ["2027-03-31", -1, "2027-02-28"],
    ["2027-01-10", -1, "2026-12-10"],
    ["2026-11-30", 0, "2026-11-30"],
  ])("%s and %i", (day, count, wanted) => {
    expect(addMonths(day, count)).toBe(wanted);
  });
});
