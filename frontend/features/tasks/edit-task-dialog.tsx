"use client";
// Everything about one task, to read and to change.
import { type SubmitEvent, type JSX, type KeyboardEvent, useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { FormError } from "@/features/accounts/form-error";
import { ChangedElsewhere } from "@/features/live/changed-elsewhere";
import { rebase } from "@/features/live/rebase";
import { describeError, ProblemError } from "@/lib/api/problem";
import type { Task } from "@/lib/api/types";
import { useClock } from "@/lib/clock";
import { useTexts } from "@/lib/texts/texts-provider";
import type { Texts } from "@/lib/texts/translate";
import { useEditTask } from "./actions";
import { EditTaskFields } from "./edit-task-fields";
import { EditTaskFooter } from "./edit-task-footer";
import { useTaskActions } from "./task-actions";
import { isChanged, toDraft, toPatch } from "./task-draft";

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
  const [task, setTask] = useState(opened);
  const [draft, setDraft] = useState(() => toDraft(task, zone));
  const [asking, setAsking] = useState(false);
  const patch = toPatch(draft, task, zone);
  const titleMissing = draft.title.trim() === "";

  const save = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (titleMissing || edit.isPending) return;
    if (isChanged(patch)) edit.mutate({ task, patch }, { onSuccess: onClose });
    else onClose();
  };
  // What was typed is not thrown away by a slip of the mouse.
  const leave = (): void => (isChanged(patch) && !asking ? setAsking(true) : onClose());
  const remove = (): void => {
    onClose();
    actions.remove(task);
  };
  const takeOver = (latest: Task): void => {
    setDraft(rebase(draft, toDraft(task, zone), toDraft(latest, zone)));
    setTask(latest);
    edit.reset();
  };
  return (
    <Dialog onClose={leave} title={t("tasks.editTask")} titleHidden width="wide">
      {/* A key for the form as a whole; its button does the same. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <form onSubmit={save} onKeyDown={saveOnCtrlEnter} className="flex min-h-0 flex-col">
        <ChangedElsewhere task={task} onTakeOver={takeOver} />
        <EditTaskFields task={task} draft={draft} onChange={(change) => setDraft({ ...draft, ...change })} />
        <div className="px-6 empty:hidden">
          <FormError message={edit.error ? describe(edit.error, texts) : titleMissing ? t("tasks.titleMissing") : undefined} />
        </div>
        <EditTaskFooter
          asking={asking}
          disabled={titleMissing || edit.isPending}
          onRemove={remove}
          onCancel={leave}
          onDiscard={onClose}
          onKeep={() => setAsking(false)}
        />
      </form>
    </Dialog>
  );
}

function saveOnCtrlEnter(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.currentTarget.requestSubmit();
}

function describe(error: Error, texts: Texts): string {
  return error instanceof ProblemError && error.slug === "stale-version" ? texts.t("tasks.stale") : describeError(error, texts);
}
