"use client";
// What is overdue and what is due today.
import { type JSX, Suspense, useLayoutEffect, useMemo } from "react";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/features/shell/page-header";
import type { Task } from "@/lib/api/types";
import { type Clock, useClock } from "@/lib/clock";
import { longDate } from "@/lib/dates";
import { lazyPart } from "@/lib/lazy-part";
import { useTexts } from "@/lib/texts/texts-provider";
import { AddTaskButton } from "./add-task-button";
import { runBatch } from "./batch";
import { CompletedSection } from "./completed-section";
import { dueOf } from "./due";
import { countOpen, isOpen } from "./is-open";
import { todayFilter, useTaskList } from "./queries";
import { TaskList } from "./task-list";
import { TaskPageContent } from "./task-page";
import { TaskSection } from "./task-section";

const NothingToday = lazyPart(async () => (await import("./nothing-today")).NothingToday);

export function TodayPage(): JSX.Element {
  const texts = useTexts();
  const { t } = texts;
  const clock = useClock();
  const filter = useMemo(() => todayFilter(clock.today), [clock.today]);
  const list = useTaskList(filter);
  return (
    <>
      <PageHeader title={t("tasks.today")} lead={longDate(clock.today, texts)} />
      <TaskPageContent list={list} empty={<NothingLeft />}>
        {(tasks) => (
          <>
            <TodaySections tasks={tasks} clock={clock} />
            <AddTaskButton />
          </>
        )}
      </TaskPageContent>
      <CompletedSection filter={filter} shown={{ due: "day", project: true }} />
    </>
  );
}

function NothingLeft(): JSX.Element {
  // The server has drawn it already, and presses on it should not be lost: it is not to wait for its turn.
  useLayoutEffect(() => NothingToday.preload(), []);
  return (
    <Suspense fallback={null}>
      <NothingToday />
    </Suspense>
  );
}

function TodaySections({ tasks, clock }: { tasks: Task[]; clock: Clock }): JSX.Element {
  const { t } = useTexts();
  const isEarlier = (task: Task): boolean => (dueOf(task, clock.zone)?.day ?? clock.today) < clock.today;
  const overdue = tasks.filter(isEarlier);
  const today = tasks.filter((task) => !isEarlier(task));
  if (overdue.length === 0) return <TaskList label={t("tasks.dueToday")} tasks={today} shown={TIME_AND_PROJECT} />;
  return (
    <>
      <TaskSection title={t("tasks.overdue")} count={countOpen(overdue)} tone="danger" action={<Reschedule tasks={overdue} />}>
        <TaskList label={t("tasks.overdue")} tasks={overdue} shown={DAY_AND_PROJECT} />
      </TaskSection>
      {today.length > 0 && (
        <TaskSection title={t("tasks.dueToday")} count={countOpen(today)}>
          <TaskList label={t("tasks.dueToday")} tasks={today} shown={TIME_AND_PROJECT} />
        </TaskSection>
      )}
    </>
  );
}

/** All that is overdue gets another date at once. */
function Reschedule({ tasks }: { tasks: readonly Task[] }): JSX.Element {
  const { t } = useTexts();
  return (
    <Button size="small" variant="quiet" onClick={() => runBatch("date", tasks.filter(isOpen))}>
      {t("tasks.reschedule")}
    </Button>
  );
}

const TIME_AND_PROJECT = { due: "time", project: true } as const;
const DAY_AND_PROJECT = { due: "day", project: true } as const;
