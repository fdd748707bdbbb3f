"use client";
// Everything about one task, to read and to change.
import { type SubmitEvent, type JSX, type KeyboardEvent, useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { FormError } from "@/features/accounts/form-error";
import { ChangedElsewhere } from "@/features/live/changed-elsewhere";
import { describeError, ProblemError } from "@/lib/api/problem";
import type { Task } from "@/lib/api/types";
import { useClock } from "@/lib/clock";
import { deedOf } from "@/lib/keys";
import { WRITING } from "@/lib/keys-of-parts";
import { useTexts } from "@/lib/texts/texts-provider";
import { Conflict } from "./conflict";
import { useEditTask } from "./edit-task";
import { EditTaskFields } from "./edit-task-fields";
import { EditTaskFooter } from "./edit-task-footer";
import { useTaskActions } from "./task-actions";
import { isChanged, rebased, toDraft, toMove, toPatch } from "./task-draft";

interface EditTaskDialogProps {
  task: Task;
  onClose: () => void;
}

export function EditTaskDialog({ task: opened, onClose }: EditTaskDialogProps): JSX.Element {
  const texts = useTexts();
  const { t } = texts;
  const { zone } = useClock();
  const actions = useTaskActions();
  const edit = useEditTask();
  // What the form was filled from; another one once somebody has looked at what was changed elsewhere.
  const [task, setTask] = useState(opened);
  const [draft, setDraft] = useState(() => toDraft(opened, zone));
  const [asking, setAsking] = useState(false);
  const patch = toPatch(draft, task, zone);
  const move = toMove(draft, task);
  const changed = isChanged(patch) || move !== null;
  const titleMissing = draft.title.trim() === "";
  const save = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (titleMissing || edit.isPending) return;
    if (changed) edit.mutate({ task, patch, move }, { onSuccess: onClose });
    else onClose();
  };
  // What was typed is not thrown away by a slip of the mouse.
  const leave = (): void => (changed && !asking ? setAsking(true) : onClose());
  const leaveFor = (act: (task: Task) => void) => (): void => {
    onClose();
    act(task);
  };
  const settle = (theirs: Task, keepMine: boolean): void => {
    setDraft(keepMine ? rebased(draft, task, theirs, zone) : toDraft(theirs, zone));
    setTask(theirs);
    edit.reset();
  };
  return (
    <Dialog onClose={leave} title={t("tasks.editTask")} titleHidden width="wide">
      {/* A key for the form as a whole; its button does the same. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <form data-look-first onSubmit={save} onKeyDown={saveOnCtrlEnter} className="flex min-h-0 flex-col">
        <ChangedElsewhere task={task} onTakeOver={(latest) => settle(latest, true)} />
        <EditTaskFields task={task} draft={draft} onChange={(change) => setDraft({ ...draft, ...change })} />
        <div className="px-6 pb-4 empty:hidden">
          {isStale(edit.error) ? (
            <Conflict draft={draft} task={task} onSettle={settle} />
          ) : (
            <FormError message={edit.error ? describeError(edit.error, texts) : titleMissing ? t("tasks.titleMissing") : undefined} />
          )}
        </div>
        <EditTaskFooter
          task={task}
          asking={asking}
          disabled={titleMissing || edit.isPending}
          onRemove={leaveFor(actions.remove)}
          onCancel={leave}
          onDiscard={onClose}
          onKeep={() => setAsking(false)}
        />
      </form>
    </Dialog>
  );
}

function isStale(error: Error | null): boolean {
  return error instanceof ProblemError && error.slug === "stale-version";
}

function saveOnCtrlEnter(event: KeyboardEvent<HTMLFormElement>): void {
  if (deedOf(WRITING, event) !== "save") return;
  event.preventDefault();
  event.currentTarget.requestSubmit();
}
