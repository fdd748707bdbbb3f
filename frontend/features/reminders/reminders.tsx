"use client";
// When a person is reminded of a task: at a moment, or some time before it is due.
import { useQuery } from "@tanstack/react-query";
import { Bell, X } from "lucide-react";
import { type JSX, useState } from "react";
import { Button } from "@/components/ui/button";
import { NativeSelectField, TextField } from "@/components/ui/field";
import { type ChangeResult, useChange } from "@/features/changes/use-change";
import { describeDue } from "@/features/tasks/due";
import { durationWords } from "@/features/tasks/duration";
import { askToNotify } from "@/features/live/notifications";
import { api, read, written } from "@/lib/api/client";
import type { Reminder, Task } from "@/lib/api/types";
import { useClock } from "@/lib/clock";
import { momentOf, wallClock } from "@/lib/dates";
import { useTexts } from "@/lib/texts/texts-provider";

const MINUTES_BEFORE = [0, 10, 30, 60, 1440];

type NewReminder = { minutes_before: number } | { at: string };

function useReminders(taskId: string): Reminder[] {
  const query = useQuery({
    queryKey: ["tasks", "reminders", taskId],
    queryFn: ({ signal }) =>
      read(api.GET("/api/tasks/{task_id}/reminders", { params: { path: { task_id: taskId } }, signal })),
  });
  return query.data?.items ?? [];
}

function useAddReminder(taskId: string): ChangeResult<NewReminder, Reminder> {
  const { t } = useTexts();
  return useChange({
    send: (body: NewReminder) =>
      written(api.POST("/api/tasks/{task_id}/reminders", { params: { path: { task_id: taskId } }, body })),
    said: () => t("reminders.added"),
  });
}

/** Setting a reminder is the moment to ask whether it may be shown. */
function useRemind(taskId: string): { remind: (body: NewReminder, done?: () => void) => void; isPending: boolean } {
  const { mutate, isPending } = useAddReminder(taskId);
  const remind = (body: NewReminder, done?: () => void): void => {
    void askToNotify();
    mutate(body, { onSuccess: done });
  };
  return { remind, isPending };
}

function useRemoveReminder(): ChangeResult<Reminder, unknown> {
  const { t } = useTexts();
  return useChange({
    send: ({ id }: Reminder) =>
      written(api.DELETE("/api/reminders/{reminder_id}", { params: { path: { reminder_id: id } } })),
    said: () => t("reminders.removed"),
  });
}

export function Reminders({ task }: { task: Task }): JSX.Element {
  const { t } = useTexts();
  const reminders = useReminders(task.id);
  const remove = useRemoveReminder();
  const words = useReminderWords();
  return (
    <>
      <ul>
        {reminders.map((reminder) => (
          <li key={reminder.id} className="flex items-center gap-2 py-1 text-sm">
            <Bell aria-hidden className="size-4 text-ink-faint" />
            <span className="flex-1">{words(reminder)}</span>
            <Button
              variant="quiet"
              size="icon"
              aria-label={t("reminders.remove", { name: words(reminder) })}
              className="size-7 [&_svg]:size-4"
              onClick={() => remove.mutate(reminder)}
            >
              <X />
            </Button>
          </li>
        ))}
      </ul>
      <NewReminderFields task={task} />
    </>
  );
}

function useReminderWords(): (reminder: Reminder) => string {
  const texts = useTexts();
  const clock = useClock();
  return ({ at, minutes_before: minutes }) => {
    if (at !== null) return describeDue(wallClock(at, clock.zone), clock, texts);
    if (minutes === 0 || minutes === null) return texts.t("reminders.whenDue");
    return texts.t("reminders.before", { time: durationWords(minutes, texts) });
  };
}

/** Stands among the minutes before. */
const AT = "at";

function NewReminderFields({ task }: { task: Task }): JSX.Element {
  const { t } = useTexts();
  const { zone } = useClock();
  const { remind, isPending } = useRemind(task.id);
  const [choice, setChoice] = useState(String(MINUTES_BEFORE[0]));
  const [moment, setMoment] = useState("");
  const isAt = task.due_at === null || choice === AT;
  const [day = "", time = ""] = moment.split("T");
  const ready = (!isAt || time !== "") && !isPending;
  const add = (): void => {
    if (!ready) return;
    if (isAt) remind({ at: momentOf(day, time.slice(0, 5), zone) }, () => setMoment(""));
    else remind({ minutes_before: Number(choice) });
  };
  return (
    <div className="flex flex-wrap items-end gap-2 py-2">
      {task.due_at !== null && <WhenField value={choice} onChange={setChoice} />}
      {isAt && (
        <TextField
          label={t("reminders.at")}
          type="datetime-local"
          value={moment}
          onChange={(event) => setMoment(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            // Not also the form around it.
            event.preventDefault();
            add();
          }}
        />
      )}
      <Button className="h-control" disabled={!ready} onClick={add}>
        {t("reminders.add")}
      </Button>
    </div>
  );
}

function WhenField({ value, onChange }: { value: string; onChange: (value: string) => void }): JSX.Element {
  const texts = useTexts();
  const { t } = texts;
  return (
    <NativeSelectField label={t("reminders.when")} value={value} onChange={(event) => onChange(event.target.value)}>
      {MINUTES_BEFORE.map((minutes) => (
        <option key={minutes} value={minutes}>
          {minutes === 0 ? t("reminders.whenDue") : t("reminders.before", { time: durationWords(minutes, texts) })}
        </option>
      ))}
      <option value={AT}>{t("reminders.at")}</option>
    </NativeSelectField>
  );
}
