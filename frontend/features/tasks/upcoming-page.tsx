"use client";
// What is due after today, day by day.
import { type JSX, useMemo } from "react";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/features/shell/page-header";
import { useClock } from "@/lib/clock";
import { daysBetween, describeDay, longDate, shortDate, weekdayName } from "@/lib/dates";
import { useTexts } from "@/lib/texts/texts-provider";
import type { Texts } from "@/lib/texts/translate";
import { groupByDay } from "./due";
import { OpenCalendarPicture } from "./pictures";
import { upcomingFilter, useTaskList } from "./queries";
import { TaskList } from "./task-list";
import { TaskPageContent } from "./task-page";
import { TaskSection } from "./task-section";

const SHOWN = { due: "time", project: true } as const;

export function UpcomingPage(): JSX.Element {
  const texts = useTexts();
  const { t } = texts;
  const { today, zone } = useClock();
  const filter = useMemo(() => upcomingFilter(today), [today]);
  const list = useTaskList(filter);
  const empty = (
    <Notice picture={<OpenCalendarPicture />} title={t("tasks.emptyUpcoming")}>
      {t("tasks.emptyUpcomingLead")}
    </Notice>
  );
  return (
    <>
      <PageHeader title={t("tasks.upcoming")} />
      <TaskPageContent list={list} empty={empty}>
        {(tasks) =>
          groupByDay(tasks, zone).map(({ day, tasks: ofDay }) => (
            <TaskSection key={day} {...headingOf(day, today, texts)}>
              <TaskList label={longDate(day, texts)} tasks={ofDay} shown={SHOWN} />
            </TaskSection>
          ))
        }
      </TaskPageContent>
    </>
  );
}

function headingOf(day: string, today: string, texts: Texts): { title: string; note: string } {
  if (daysBetween(today, day) === 1) return { title: describeDay(day, today, texts), note: longDate(day, texts) };
  return { title: weekdayName(day, texts), note: shortDate(day, today, texts) };
}
