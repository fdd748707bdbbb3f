"use client";
// The items of a row's menu.
import { CalendarDays, Copy, CornerDownRight, FolderInput, Pencil, SquareCheck, Tag, Trash2 } from "lucide-react";
import { type JSX, useLayoutEffect, useRef } from "react";
import { MenuItem, MenuSeparator } from "@/components/ui/menu-list";
import { useTexts } from "@/lib/texts/texts-provider";
import { useDuplicateTask } from "./one-task";
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
