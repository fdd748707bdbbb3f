import { describe, expect, it } from "vitest";
import { ENGLISH, GERMAN, SPANISH } from "@/tests/texts";
import { addDays, dayAndMonth, daysBetween, describeDay, longDate, momentOf, readTime, sayTime, shortDate, stepTime, wallClock, weekdayOf } from "./dates";

const TODAY = "2026-11-25"; // a Wednesday

describe("wallClock", () => {
  it("tells day and time in the zone, not in that of the machine", () => {
    expect(wallClock("2026-11-25T23:30:00Z", "Europe/Berlin")).toEqual({ day: "2026-11-26", time: "00:30" });
    expect(wallClock("2026-11-25T23:30:00Z", "America/Los_Angeles")).toEqual({ day: "2026-11-25", time: "15:30" });
    expect(wallClock("2026-11-25T23:30:00Z", "Asia/Kathmandu")).toEqual({ day: "2026-11-26", time: "05:15" });
  });

  it("writes midnight as 00:00", () => {
    expect(wallClock("2026-06-01T22:00:00Z", "Europe/Berlin")).toEqual({ day: "2026-06-02", time: "00:00" });
  });

  it("pads years before 1000", () => {
    expect(wallClock("0999-01-01T12:00:00Z", "UTC").day).toBe("0999-01-01");
  });
});

describe("momentOf", () => {
  it.each([
    ["2026-11-26", "17:00", "Europe/Berlin", "2026-11-26T16:00:00.000Z"],
    ["2026-07-01", "17:00", "Europe/Berlin", "2026-07-01T15:00:00.000Z"],
    ["2026-11-26", "00:15", "Pacific/Auckland", "2026-11-25T11:15:00.000Z"],
    ["2026-11-26", "09:00", "Asia/Kolkata", "2026-11-26T03:30:00.000Z"],
    ["2026-11-26", "09:00", "UTC", "2026-11-26T09:00:00.000Z"],
  ])("%s %s in %s", (day, time, zone, moment) => {
    expect(momentOf(day, time, zone)).toBe(moment);
  });

  it("moves a time that the clocks skip past the change", () => {
    expect(wallClock(momentOf("2026-03-29", "02:30", "Europe/Berlin"), "Europe/Berlin").time).toBe("03:30");
  });

  it("takes the first of a time that comes twice", () => {
    expect(momentOf("2026-10-25", "02:30", "Europe/Berlin")).toBe("2026-10-25T00:30:00.000Z");
  });

  it("comes back through wallClock for every hour around both changes", () => {
    for (const day of ["2026-03-28", "2026-03-30", "2026-10-24", "2026-10-26"]) {
      for (let hour = 0; hour < 24; hour += 1) {
        const time = `${String(hour).padStart(2, "0")}:45`;
        for (const zone of ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe"]) {
          expect(wallClock(momentOf(day, time, zone), zone)).toEqual({ day, time });
        }
      }
    }
  });
});

describe("calendar arithmetic", () => {
  it("adds days over months, years and leap days", () => {
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
    expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
    expect(addDays("2026-03-01", -1)).toBe("2026-02-28");
  });

  it("counts days over a clock change", () => {
    expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2);
    expect(daysBetween("2026-11-25", "2026-11-20")).toBe(-5);
  });

  it("knows weekdays", () => {
    expect(weekdayOf(TODAY)).toBe(3);
  });
});

describe("readTime", () => {
  it.each([
    ["17:30", "17:30"],
    ["9", "09:00"],
    ["1730", "17:30"],
    ["930", "09:30"],
    ["5pm", "17:00"],
    ["5:30 PM", "17:30"],
    ["5:30\u00a0PM", "17:30"],
    ["12am", "00:00"],
    ["12 p.m.", "12:00"],
    ["17 Uhr", "17:00"],
    ["17h", "17:00"],
    ["17.30", "17:30"],
    ["24:00", null],
    ["9:60", null],
    ["13pm", null],
    ["0am", null],
    ["noon", null],
    ["", null],
  ])("%j is %j", (text, time) => {
    expect(readTime(text)).toBe(time);
  });

  it("reads every time as it is said, by both clocks", () => {
    for (let time = "00:00", count = 0; count < 1440; count += 1, time = stepTime(time, 1)) {
      expect(readTime(sayTime(time, "h23"))).toBe(time);
      expect(readTime(sayTime(time, "h12"))).toBe(time);
    }
  });

  it.each([
    ["17:05", 15, "17:15"],
    ["17:05", -15, "17:00"],
    ["17:00", -15, "16:45"],
    ["23:50", 15, "00:00"],
    ["00:00", -15, "23:45"],
  ])("from %s by %i is %s", (time, step, next) => {
    expect(stepTime(time, step)).toBe(next);
  });
});

describe("words", () => {
  it.each([
    ["2026-11-25", "Today"],
    ["2026-11-26", "Tomorrow"],
    ["2026-11-24", "Yesterday"],
    ["2026-11-27", "Fri"],
    ["2026-12-01", "Tue"],
    ["2026-12-02", "2 Dec"],
    ["2026-11-23", "23 Nov"],
    ["2027-01-04", "4 Jan 2027"],
    ["2025-12-31", "31 Dec 2025"],
  ])("%s is %s", (day, words) => {
    expect(describeDay(day, TODAY, ENGLISH)).toBe(words);
  });

  it("writes dates in full and in short", () => {
    expect(longDate(TODAY, ENGLISH)).toBe("Wednesday 25 November");
    expect(shortDate("2026-05-03", TODAY, ENGLISH)).toBe("3 May");
  });

  it("writes them as each language does", () => {
    expect(dayAndMonth("2026-12-01", TODAY, ENGLISH)).toBe("1 December");
    expect(dayAndMonth("2026-12-01", TODAY, GERMAN)).toBe("1. Dezember");
    expect(dayAndMonth("2027-01-03", TODAY, GERMAN)).toBe("3. Januar 2027");
    expect(dayAndMonth("2027-01-03", TODAY, SPANISH)).toBe("3 de enero de 2027");
    expect(longDate(TODAY, GERMAN)).toBe("Mittwoch, 25. November");
    expect(longDate(TODAY, SPANISH)).toBe("Miércoles, 25 de noviembre");
    expect(shortDate("2027-12-03", TODAY, GERMAN)).toMatch(/^3\. Dez\.? 2027$/);
    expect(describeDay("2026-11-26", TODAY, SPANISH)).toBe("Mañana");
  });
});

it("says a time by either clock", () => {
  expect(["00:00", "00:05", "09:30", "12:00", "17:00", "23:59"].map((time) => sayTime(time, "h12").replace("\u00a0", " "))).toEqual([
    "12 AM",
    "12:05 AM",
    "9:30 AM",
    "12 PM",
    "5 PM",
    "11:59 PM",
  ]);
  expect(sayTime("17:00", "h23")).toBe("17:00");
});
