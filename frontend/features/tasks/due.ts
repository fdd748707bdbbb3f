// When a task is due, in the person's own days and words. Pure.
import type { Task } from "@/lib/api/types";
import type { Clock } from "@/lib/clock";
import { type Day, describeDay, momentOf, sayTime, type Time, wallClock } from "@/lib/dates";
import type { Texts } from "@/lib/texts/translate";

export interface Due {
  day: Day;
  /** Null when it is due on the day as a whole. */
  time: Time | null;
}

type DueFields = Pick<Task, "due_date" | "due_at">;

/** In the person's zone, whatever zone the moment was given in. */
export function dueOf(task: DueFields, zone: string): Due | null {
  if (task.due_at !== null) return wallClock(task.due_at, zone);
  return task.due_date === null ? null : { day: task.due_date, time: null };
}

export function isOverdue({ day, time }: Due, { today, time: now }: Clock): boolean {
  return day < today || (day === today && time !== null && time < now);
}

export function describeDue({ day, time }: Due, { today, hourCycle }: Clock, texts: Texts): string {
  const words = describeDay(day, today, texts);
  return time === null ? words : texts.t("dates.withTime", { day: words, time: sayTime(time, hourCycle) });
}

/** The fields that a task is sent with; setting one kind clears the other. */
export function dueFields(due: Due | null, zone: string): Partial<Task> {
  if (due === null) return { due_date: null, due_at: null };
  if (due.time === null) return { due_date: due.day };
  return { due_at: momentOf(due.day, due.time, zone), time_zone: zone };
}

export function isSameDue(first: Due | null, second: Due | null): boolean {
  return first?.day === second?.day && first?.time === second?.time;
}

export interface DayGroup {
  day: Day;
  tasks: Task[];
}

/** Tasks by the day they are due, in the order they come in; those without a date are left out. */
export function groupByDay(tasks: readonly Task[], zone: string): DayGroup[] {
  const groups = new Map<Day, Task[]>();
  for (const task of tasks) {
    const due = dueOf(task, zone);
    if (due === null) continue;
    const group = groups.get(due.day);
    if (group === undefined) groups.set(due.day, [task]);
    else group.push(task);
  }
  return Array.from(groups, ([day, grouped]) => ({ day, tasks: grouped }));
}
