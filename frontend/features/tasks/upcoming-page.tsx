"use client";
// What is due after today, day by day.
import { type JSX, useMemo } from "react";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/features/shell/page-header";
import { useClock } from "@/lib/clock";
import { daysBetween, describeDay, longDate, shortDate, weekdayName } from "@/lib/dates";
import { groupByDay } from "./due";
import { OpenCalendarPicture } from "./pictures";
import { upcomingFilter, useTaskList } from "./queries";
import { TaskList } from "./task-list";
import { TaskPageContent } from "./task-page";
import { TaskSection } from "./task-section";
import { texts } from "./texts";

const SHOWN = { due: "time", project: true } as const;

export function UpcomingPage(): JSX.Element {
  const { today, zone } = useClock();
  const filter = useMemo(() => upcomingFilter(today), [today]);
  const list = useTaskList(filter);
  const empty = (
    <Notice picture={<OpenCalendarPicture />} title={texts.emptyUpcoming}>
      {texts.emptyUpcomingLead}
    </Notice>
  );
  return (
    <>
      <PageHeader title={texts.upcoming} />
      <TaskPageContent list={list} empty={empty}>
        {(tasks) =>
          groupByDay(tasks, zone).map(({ day, tasks: ofDay }) => (
            <TaskSection key={day} {...headingOf(day, today)}>
              <TaskList label={longDate(day)} tasks={ofDay} shown={SHOWN} />
            </TaskSection>
          ))
        }
      </TaskPageContent>
    </>
  );
}

function headingOf(day: string, today: string): { title: string; note: string } {
  if (daysBetween(today, day) === 1) return { title: describeDay(day, today), note: longDate(day) };
  return { title: weekdayName(day), note: shortDate(day, today) };
}
