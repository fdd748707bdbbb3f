"use client";
// The items of a row's menu.
import { CalendarDays, Copy, CornerDownRight, Flag, FolderInput, Pencil, SquareCheck, Tag, Trash2 } from "lucide-react";
import { type JSX, useLayoutEffect, useRef } from "react";
import { MenuItem, MenuSeparator } from "@/components/ui/menu-list";
import { useTexts } from "@/lib/texts/texts-provider";
import { useDuplicateTask } from "./one-task";
import { PRIORITIES, priorityKey } from "./priority";
import type { RowMenuProps } from "./row-menu";

export function RowMenuItems({ task, actions, onAddBelow }: RowMenuProps): JSX.Element {
  const { t } = useTexts();
  const first = useRef<HTMLButtonElement>(null);
  const duplicate = useDuplicateTask();
  // Where they came after the menu had opened, it has focused nothing yet.
  useLayoutEffect(() => first.current?.focus({ preventScroll: true }), []);
  return (
    <>
      <MenuItem ref={first} onSelect={() => actions.edit(task)}>
        <Pencil />
        {t("tasks.open")}
      </MenuItem>
      <MenuItem onSelect={() => actions.run("date", task)}>
        <CalendarDays />
        {t("tasks.schedule")}
      </MenuItem>
      <Priorities task={task} onChoose={(priority) => actions.run(`priority${priority}`, task)} />
      <MenuItem onSelect={() => actions.run("labels", task)}>
        <Tag />
        {t("tasks.labels")}
      </MenuItem>
      <MenuItem onSelect={() => actions.run("place", task)}>
        <FolderInput />
        {t("tasks.moveTo")}
      </MenuItem>
      {onAddBelow !== undefined && (
        <MenuItem onSelect={() => onAddBelow(task)}>
          <CornerDownRight />
          {t("tasks.addSubtask")}
        </MenuItem>
      )}
      <MenuItem onSelect={() => duplicate.mutate(task)}>
        <Copy />
        {t("tasks.duplicate")}
      </MenuItem>
      <MenuItem onSelect={() => actions.run("select", task)}>
        <SquareCheck />
        {t("tasks.select")}
      </MenuItem>
      <MenuSeparator />
      <MenuItem danger onSelect={() => actions.remove(task)}>
        <Trash2 />
        {t("tasks.remove")}
      </MenuItem>
    </>
  );
}

interface PrioritiesProps {
  task: RowMenuProps["task"];
  onChoose: (priority: (typeof PRIORITIES)[number]) => void;
}

/** All four in one line. */
function Priorities({ task, onChoose }: PrioritiesProps): JSX.Element {
  const { t } = useTexts();
  return (
    <div role="group" aria-label={t("tasks.priorityLabel")} className="flex gap-0.5">
      {PRIORITIES.map((priority) => (
        <MenuItem
          key={priority}
          role="menuitemradio"
          aria-checked={priority === task.priority}
          aria-label={t(priorityKey(priority))}
          title={t(priorityKey(priority))}
          onSelect={() => onChoose(priority)}
          className="grid h-line flex-1 place-items-center rounded-sm outline-none focus:bg-hover aria-checked:bg-accent-soft [&_svg]:size-4"
        >
          <Flag data-priority={priority} className="text-(--ring)" />
        </MenuItem>
      ))}
    </div>
  );
}
