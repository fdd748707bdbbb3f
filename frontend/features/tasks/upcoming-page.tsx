"use client";
// What is due after today, day by day. Tasks go to another day by dragging, or with Alt and the arrow keys.
import { Plus } from "lucide-react";
import { type JSX, type KeyboardEvent, useMemo } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useMe } from "@/features/accounts/queries";
import { PageHeader } from "@/features/shell/page-header";
import { useShell } from "@/features/shell/shell-context";
import type { Task } from "@/lib/api/types";
import { useClock } from "@/lib/clock";
import { addDays, dayAndMonth, type Day, daysBetween, describeDay, longDate, shortDate, weekdayName } from "@/lib/dates";
import { deedOf } from "@/lib/keys";
import { UPCOMING } from "@/lib/keys-of-parts";
import { useTexts } from "@/lib/texts/texts-provider";
import type { Texts } from "@/lib/texts/translate";
import { firstWeekday, startOfWeek } from "@/lib/week";
import { AddFirstButton } from "./add-task-button";
import { useDrag } from "./drag";
import { type DayGroup, dueOf, groupByDay } from "./due";
import { OpenCalendarPicture } from "./pictures";
import { upcomingFilter, useTaskList } from "./queries";
import { TaskList } from "./task-list";
import { TaskPageContent } from "./task-page";
import { TaskSection } from "./task-section";
import { useFocusAfter } from "./use-focus-after";
import { useReschedule } from "./use-reschedule";

const SHOWN = { due: "time", project: true } as const;
/** So many days are shown even when nothing is due on them: something may be put there. */
const ALWAYS_SHOWN = 7;

export function UpcomingPage(): JSX.Element {
  const { t } = useTexts();
  const { today } = useClock();
  const filter = useMemo(() => upcomingFilter(today), [today]);
  const list = useTaskList(filter);
  const empty = (
    <Notice picture={<OpenCalendarPicture />} title={t("tasks.emptyUpcoming")} action={<AddFirstButton />}>
      {t("tasks.emptyUpcomingLead")}
    </Notice>
  );
  return (
    <>
      <PageHeader title={t("tasks.upcoming")} />
      <TaskPageContent list={list} empty={empty}>
        {(tasks) => <Days tasks={tasks} />}
      </TaskPageContent>
    </>
  );
}

function Days({ tasks }: { tasks: readonly Task[] }): JSX.Element {
  const texts = useTexts();
  const { today, zone } = useClock();
  const groups = useMemo(() => withEmptyDays(groupByDay(tasks, zone), today), [tasks, zone, today]);
  const reschedule = useReschedule();
  const keepFocus = useFocusAfter(groups);
  const put = (id: string, day: Day): void => {
    const task = tasks.find((one) => one.id === id);
    if (task === undefined || dueOf(task, zone)?.day === day || day < today) return;
    keepFocus(id);
    reschedule(task, day);
  };
  const drag = useDrag(({ id, list }) => put(id, list));
  const onKeyDown = (event: KeyboardEvent): void => {
    const deed = deedOf(UPCOMING, event);
    const id = (event.target as HTMLElement).closest<HTMLElement>("[data-task-id]")?.dataset.taskId;
    const task = tasks.find((one) => one.id === id);
    const due = task === undefined ? null : dueOf(task, zone);
    if (deed === undefined || task === undefined || due === null) return;
    event.preventDefault();
    put(task.id, addDays(due.day, deed === "later" ? 1 : -1));
  };
  return (
    // Keys for the rows within, each of which is a button.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div onKeyDown={onKeyDown} {...drag}>
      {groups.map(({ day, tasks: ofDay }, index) => (
        <div key={day} data-drop={day} className="mt-8 first:mt-0">
          <WeekMark day={day} before={groups[index - 1]?.day ?? today} />
          <TaskSection {...headingOf(day, today, texts)} action={<AddOnDay day={day} />}>
            <TaskList label={longDate(day, texts)} tasks={ofDay} shown={SHOWN} />
          </TaskSection>
        </div>
      ))}
    </div>
  );
}

function AddOnDay({ day }: { day: Day }): JSX.Element {
  const texts = useTexts();
  const shell = useShell();
  const name = texts.t("sections.addTo", { name: longDate(day, texts) });
  return (
    <Button variant="quiet" size="icon" aria-label={name} title={name} className="size-7.5 [&_svg]:size-4" onClick={() => shell.openQuickAdd(undefined, "", day)}>
      <Plus />
    </Button>
  );
}

/** Where a week begins, among days of which `before` is the last one above. */
function WeekMark({ day, before }: { day: Day; before: Day }): JSX.Element | null {
  const texts = useTexts();
  const { today } = useClock();
  const first = firstWeekday(useMe());
  const week = startOfWeek(day, first);
  if (week === startOfWeek(before, first)) return null;
  const isNext = week === addDays(startOfWeek(today, first), 7);
  const name = isNext ? texts.t("tasks.nextWeek") : texts.t("tasks.weekOf", { day: shortDate(week, today, texts) });
  return <p className="mb-4 text-xs font-medium text-ink-faint">{name}</p>;
}

/** Those of the next days that nothing is due on are in their places too. Tasks on earlier days are just leaving. */
function withEmptyDays(groups: readonly DayGroup[], today: Day): DayGroup[] {
  const later = groups.filter(({ day }) => day > today);
  const known = new Set(later.map(({ day }) => day));
  const next = Array.from({ length: ALWAYS_SHOWN }, (_, index) => addDays(today, index + 1));
  const missing = next.filter((day) => !known.has(day)).map((day) => ({ day, tasks: [] }));
  return [...later, ...missing].toSorted((first, second) => (first.day < second.day ? -1 : 1));
}

function headingOf(day: string, today: string, texts: Texts): { title: string; note: string } {
  if (daysBetween(today, day) === 1) return { title: describeDay(day, today, texts), note: longDate(day, texts) };
  return { title: weekdayName(day, texts), note: dayAndMonth(day, today, texts) };
}
