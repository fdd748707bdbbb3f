"use client";
// The buttons below the edit form; when leaving would lose something, the question whether to.
import { CheckCheck, Copy, Ellipsis, SkipForward, SquareCheck, Trash2 } from "lucide-react";
import type { JSX } from "react";
import { Button } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";
import { MenuItem } from "@/components/ui/menu-list";
import type { Task } from "@/lib/api/types";
import { useTexts } from "@/lib/texts/texts-provider";
import { useDuplicateTask, useEndSeries, useSkipTask } from "./one-task";
import { useTaskActions } from "./task-actions";

interface EditTaskFooterProps {
  task: Task;
  asking: boolean;
  disabled: boolean;
  onRemove: () => void;
  onCancel: () => void;
  onDiscard: () => void;
  onKeep: () => void;
}

export function EditTaskFooter(props: EditTaskFooterProps): JSX.Element {
  return (
    <footer className="flex flex-wrap items-center justify-end gap-2 max-sm:gap-1 border-t border-line px-6 py-3">
      {props.asking ? <Question {...props} /> : <Buttons {...props} />}
    </footer>
  );
}

function Buttons({ task, disabled, onRemove, onCancel }: EditTaskFooterProps): JSX.Element {
  const { t } = useTexts();
  return (
    <>
      <Button variant="quiet" className="-ml-2.5 px-2.5 max-sm:-ml-4 max-sm:px-3.5" onClick={onRemove}>
        <Trash2 aria-hidden className="size-4" />
        <span className="max-sm:sr-only">{t("tasks.remove")}</span>
      </Button>
      <div className="mr-auto">
        <MoreMenu task={task} onDone={onCancel} />
      </div>
      <Button variant="quiet" onClick={onCancel} className="max-sm:px-2">
        {t("common.cancel")}
      </Button>
      <Button type="submit" variant="primary" disabled={disabled} className="max-sm:px-3.5">
        {t("common.save")}
      </Button>
    </>
  );
}

/** What acts at once, and closes the form if nothing in it would be lost. */
function MoreMenu({ task, onDone }: { task: Task; onDone: () => void }): JSX.Element {
  const { t } = useTexts();
  const duplicate = useDuplicateTask();
  const skip = useSkipTask();
  const end = useEndSeries();
  const actions = useTaskActions();
  const act = (mutate: (task: Task) => void) => (): void => {
    mutate(task);
    onDone();
  };
  return (
    <Menu align="start" variant="quiet" size="icon" aria-label={t("tasks.more")} label={<Ellipsis />}>
      <MenuItem onSelect={act(duplicate.mutate)}>
        <Copy />
        {t("tasks.duplicate")}
      </MenuItem>
      <MenuItem onSelect={act((chosen) => actions.run("select", chosen))}>
        <SquareCheck />
        {t("tasks.select")}
      </MenuItem>
      {task.recurrence !== null && (
        <>
          <MenuItem onSelect={act(skip.mutate)}>
            <SkipForward />
            {t("tasks.skip")}
          </MenuItem>
          <MenuItem onSelect={act(end.mutate)}>
            <CheckCheck />
            {t("tasks.endSeries")}
          </MenuItem>
        </>
      )}
    </Menu>
  );
}

function Question({ onDiscard, onKeep }: EditTaskFooterProps): JSX.Element {
  const { t } = useTexts();
  return (
    <>
      <p role="alert" className="mr-auto text-sm">
        {t("tasks.unsaved")}
      </p>
      <Button variant="quiet" onClick={onDiscard} className="text-danger hover:text-danger">
        {t("tasks.discard")}
      </Button>
      <Button variant="primary" onClick={onKeep}>
        {t("tasks.keepEditing")}
      </Button>
    </>
  );
}
