"use client";
// A date for one task or many: in one's own words, from the usual days, or from the calendar.
import { Repeat } from "lucide-react";
import type { JSX, SubmitEvent } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/field";
import type { Task, TaskPatch } from "@/lib/api/types";
import { useClock } from "@/lib/clock";
import { addDays, nextMonday } from "@/lib/dates";
import { useTexts } from "@/lib/texts/texts-provider";
import { useEarlyText } from "@/lib/use-early-text";
import { Calendar } from "./calendar";
import { patchAll, useChangeTasks, useNaming } from "./change-tasks";
import { describeDue, dueFields, dueOf } from "./due";
import type { PickProps } from "./pick-dialog";
import { describeRule } from "./rule-words";
import { selection } from "./selection";
import { useUnderstoodDate } from "./understood-date";

export function PickDate({ tasks, typedBefore, onClose }: PickProps): JSX.Element {
  const { t } = useTexts();
  const naming = useNaming();
  const { mutate } = useChangeTasks();
  const [text, setText] = useEarlyText(typedBefore);
  const understood = useUnderstoodDate(text);
  const choose = (patch: (task: Task) => TaskPatch): void => {
    onClose();
    selection.clear();
    mutate({ ...patchAll(tasks, patch), said: t("tasks.changedMany", { what: naming(tasks) }) });
  };
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const { patch } = understood;
    if (patch !== null) choose(() => patch);
  };
  return (
    <Dialog onClose={onClose} title={t("tasks.dateOf", { what: naming(tasks) })} width="narrow">
      <form onSubmit={submit} className="flex flex-col gap-3 px-6 pt-3 pb-5">
        <TextField
          label={t("tasks.dateWords")}
          placeholder={t("tasks.dateWordsPlaceholder")}
          value={text}
          onChange={(event) => setText(event.target.value)}
          autoComplete="off"
          hint={understood.words ?? (text.trim() === "" ? t("tasks.dateWordsHint") : t("tasks.dateNotRead"))}
        />
        <Days tasks={tasks} onChoose={choose} />
        <footer className="mt-2 flex justify-end gap-2">
          <Button variant="quiet" onClick={onClose}>
            {t("common.cancel")}
          </Button>
          <Button type="submit" variant="primary" disabled={understood.patch === null}>
            {t("common.save")}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}

interface DaysProps {
  tasks: readonly Task[];
  onChoose: (patch: (task: Task) => TaskPatch) => void;
}

/** The time of day stays what it is where only a day is chosen. */
function Days({ tasks, onChoose }: DaysProps): JSX.Element {
  const texts = useTexts();
  const { t } = texts;
  const clock = useClock();
  const { today, zone } = clock;
  const days = [
    { label: t("tasks.today"), day: today },
    { label: t("tasks.tomorrow"), day: addDays(today, 1) },
    { label: t("tasks.nextMonday"), day: nextMonday(today) },
    { label: t("tasks.noDate"), day: null },
  ];
  const onDay = (day: string | null) => (task: Task): TaskPatch =>
    dueFields(day === null ? null : { day, time: dueOf(task, zone)?.time ?? null }, zone);
  const [first] = tasks;
  const due = first === undefined || tasks.length > 1 ? null : dueOf(first, zone);
  const recurrence = tasks.length === 1 ? (first?.recurrence ?? null) : null;
  return (
    <div className="flex flex-col gap-0.5">
      {days.map(({ label, day }) => (
        <Button
          key={label}
          variant="quiet"
          className="justify-between px-3 font-normal text-ink"
          aria-pressed={tasks.length === 1 && (due?.day ?? null) === day}
          onClick={() => onChoose(onDay(day))}
        >
          {label}
          {day !== null && <span className="text-ink-faint">{describeDue({ day, time: null }, { ...clock, today: "0001-01-01" }, texts)}</span>}
        </Button>
      ))}
      {recurrence !== null && (
        <p className="flex items-center gap-2 px-3 py-1.5 text-sm text-ink-soft">
          <Repeat aria-hidden className="size-3.5 text-ink-faint" />
          {describeRule(recurrence, today, texts)}
        </p>
      )}
      <div className="mt-1 border-t border-line pt-2">
        <Calendar chosen={due?.day ?? null} onChoose={(day) => onChoose(onDay(day))} />
      </div>
    </div>
  );
}
