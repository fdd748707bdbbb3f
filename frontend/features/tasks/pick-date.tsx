"use client";
// A date for one task or many; for one also how long it takes and how it recurs.
import { type JSX, useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import type { Task, TaskPatch } from "@/lib/api/types";
import { useClock } from "@/lib/clock";
import { useTexts } from "@/lib/texts/texts-provider";
import { patchAll, useChangeTasks, useNaming } from "./change-tasks";
import { DatePicker, type Picked } from "./date-picker";
import { dueFields, dueOf } from "./due";
import { DurationField } from "./duration-field";
import type { PickProps } from "./pick-dialog";
import { RecurrenceField } from "./recurrence-field";
import { selection } from "./selection";

type Extras = Pick<TaskPatch, "duration_minutes" | "recurrence">;

export function PickDate({ tasks, typedBefore, onClose }: PickProps): JSX.Element {
  const { t } = useTexts();
  const { zone } = useClock();
  const naming = useNaming();
  const { mutate } = useChangeTasks();
  const [extras, setExtras] = useState<Extras>({});
  const [first] = tasks;
  const only = tasks.length === 1 ? first : undefined;
  const due = only === undefined ? null : dueOf(only, zone);
  const save = (picked: Picked): void => {
    onClose();
    selection.clear();
    const patch = (task: Task): TaskPatch => ({ ...extras, ...pickedPatch(task, picked, zone) });
    mutate({ ...patchAll(tasks, patch), said: t("tasks.changedMany", { what: naming(tasks) }) });
  };
  return (
    <Dialog onClose={onClose} title={t("tasks.dateOf", { what: naming(tasks) })} width="narrow">
      <DatePicker
        day={due?.day ?? null}
        time={due?.time ?? null}
        mixed={only === undefined}
        changed={Object.keys(extras).length > 0}
        saveLabel={t("common.save")}
        typedBefore={typedBefore}
        onPick={save}
        onCancel={onClose}
      >
        {only !== undefined && <ExtraFields extras={{ ...only, ...extras }} onChange={(change) => setExtras({ ...extras, ...change })} />}
      </DatePicker>
    </Dialog>
  );
}

interface ExtraFieldsProps {
  extras: Extras;
  onChange: (change: Extras) => void;
}

function ExtraFields({ extras, onChange }: ExtraFieldsProps): JSX.Element {
  const { recurrence } = extras;
  return (
    <>
      <DurationField minutes={extras.duration_minutes ?? null} onChange={(duration_minutes) => onChange({ duration_minutes })} />
      <div className="col-span-2">
        <RecurrenceField value={recurrence == null ? null : { rule: recurrence.rule, anchor: recurrence.anchor ?? "due" }} onChange={(rule) => onChange({ recurrence: rule })} />
      </div>
    </>
  );
}

/** The time of day stays what it is where only a day is chosen. */
function pickedPatch(task: Task, { day, time, rule, durationMinutes }: Picked, zone: string): TaskPatch {
  const due = dueOf(task, zone);
  const patch: TaskPatch = {};
  if (day === null) Object.assign(patch, dueFields(null, zone));
  else if (day !== undefined || (time !== undefined && due !== null)) {
    Object.assign(patch, dueFields({ day: day ?? due?.day ?? "", time: time === undefined ? (due?.time ?? null) : time }, zone));
  }
  if (rule !== undefined) patch.recurrence = rule;
  if (durationMinutes !== undefined) patch.duration_minutes = durationMinutes;
  return patch;
}
