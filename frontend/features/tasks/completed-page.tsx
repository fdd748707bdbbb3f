"use client";
// What was done, newest first, by the day it was done on.
import { CircleCheck } from "lucide-react";
import type { JSX } from "react";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/features/shell/page-header";
import type { Task } from "@/lib/api/types";
import { useClock } from "@/lib/clock";
import { type Day, describeDay, longDate, wallClock } from "@/lib/dates";
import { useTexts } from "@/lib/texts/texts-provider";
import { completedFilter, useTaskList } from "./queries";
import { TaskList } from "./task-list";
import { TaskPageContent } from "./task-page";
import { TaskSection } from "./task-section";

const SHOWN = { due: "day", project: true } as const;

export function CompletedPage(): JSX.Element {
  const texts = useTexts();
  const { t } = texts;
  const { today, zone } = useClock();
  const list = useTaskList(completedFilter);
  const empty = <Notice picture={<CircleCheck className="size-10 stroke-[1.25]" />} title={t("tasks.noneCompleted")} />;
  return (
    <>
      <PageHeader title={t("tasks.completed")} />
      <TaskPageContent list={list} empty={empty}>
        {(tasks) =>
          byDay(tasks, zone).map(([day, ofDay]) => (
            <TaskSection key={day} title={describeDay(day, today, texts)} note={longDate(day, texts)}>
              <TaskList label={longDate(day, texts)} tasks={ofDay} shown={SHOWN} done />
            </TaskSection>
          ))
        }
      </TaskPageContent>
    </>
  );
}

/** One that was just opened again stays with its neighbours until it is gone. */
function byDay(tasks: readonly Task[], zone: string): [Day, Task[]][] {
  const days = new Map<Day, Task[]>();
  let day: Day | undefined;
  for (const task of tasks) {
    day = task.completed_at === null ? (day ?? wallClock(task.updated_at, zone).day) : wallClock(task.completed_at, zone).day;
    days.set(day, [...(days.get(day) ?? []), task]);
  }
  return [...days];
}
