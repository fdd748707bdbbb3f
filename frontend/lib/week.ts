// Weeks as a calendar shows them. Pure; a weekday is a number of which 0 is Sunday.
import type { User } from "./api/types";
import { addDays, type Day, weekdayOf } from "./dates";

const CHOSEN = { sunday: 0, monday: 1, saturday: 6 } as const;
export const WEEK_STARTS = ["language", "monday", "sunday", "saturday"] as const;

/** By itself Monday (ISO 8601); Sunday for whoever writes the month before the day. */
export function firstWeekday({ week_start: chosen, date_order: order }: Pick<User, "week_start" | "date_order">): number {
  if (chosen !== "language") return CHOSEN[chosen];
  return order === "month_first" ? CHOSEN.sunday : CHOSEN.monday;
}

export function startOfWeek(day: Day, first: number): Day {
  return addDays(day, -((weekdayOf(day) - first + 7) % 7));
}

/** The first day of the next week. */
export function nextWeek(today: Day, first: number): Day {
  return addDays(startOfWeek(today, first), 7);
}

const SATURDAY = 6;

/** The Saturday of the weekend that is still to come; on a weekend that of the next one. */
export function weekendAhead(today: Day): Day {
  return addDays(startOfWeek(today, SATURDAY), 7);
}

/** The weeks that hold a day of its month, with the days around it that fill them. */
export function weeksOfMonth(day: Day, first: number): Day[][] {
  const start = startOfWeek(`${day.slice(0, 8)}01`, first);
  const weeks = Array.from({ length: 6 }, (_, week) => Array.from({ length: 7 }, (__, index) => addDays(start, 7 * week + index)));
  return weeks.filter((week) => week.some((one) => one.slice(0, 7) === day.slice(0, 7)));
}

/** The same day of another month, or the last where it has fewer. */
export function addMonths(day: Day, count: number): Day {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + count, 0));
  last.setUTCDate(Math.min(date, last.getUTCDate()));
  return last.toISOString().slice(0, 10);
}
