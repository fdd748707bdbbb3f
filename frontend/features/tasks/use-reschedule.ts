// Putting a task on another day: its time of day stays, and so does the rule by which it recurs.
import { useCallback } from "react";
import type { Task, TaskPatch } from "@/lib/api/types";
import { useClock } from "@/lib/clock";
import { type Day, describeDay } from "@/lib/dates";
import { useTexts } from "@/lib/texts/texts-provider";
import { patchAll, useChangeTasks, useNaming } from "./change-tasks";
import { dueFields, dueOf } from "./due";

export function useReschedule(): (task: Task, day: Day) => void {
  const texts = useTexts();
  const { zone, today } = useClock();
  const naming = useNaming();
  const { mutate } = useChangeTasks();
  return useCallback(
    (task, day) => {
      const patch: TaskPatch = dueFields({ day, time: dueOf(task, zone)?.time ?? null }, zone);
      const place = describeDay(day, today, texts);
      mutate({ ...patchAll([task], () => patch), said: texts.t("tasks.movedTo", { what: naming([task]), place }) });
    },
    [mutate, naming, texts, today, zone],
  );
}
