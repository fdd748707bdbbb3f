"use client";
// What can be done with a row, for those who would rather point.
import { CalendarDays, CornerDownRight, Ellipsis, FolderInput, Pencil, SquareCheck, Tag, Trash2 } from "lucide-react";
import type { JSX } from "react";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import type { Task } from "@/lib/api/types";
import { cn } from "@/lib/class-names";
import { useTexts } from "@/lib/texts/texts-provider";
import type { TaskActions } from "./task-actions";

interface RowMenuProps {
  task: Task;
  actions: TaskActions;
  onAddBelow?: ((task: Task) => void) | undefined;
}

export function RowMenu({ task, actions, onAddBelow }: RowMenuProps): JSX.Element {
  const { t } = useTexts();
  return (
    <Menu
      variant="quiet"
      size="icon"
      aria-label={t("tasks.options", { title: task.title })}
      className={cn(
        "-my-1 size-7.5 opacity-0 transition-opacity group-hover:opacity-100 focus-visible:opacity-100",
        "aria-expanded:opacity-100 max-sm:hidden pointer-coarse:invisible",
      )}
      label={<Ellipsis />}
    >
      <MenuItem onSelect={() => actions.edit(task)}>
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
      <MenuItem onSelect={() => actions.run("select", task)}>
        <SquareCheck />
        {t("tasks.select")}
      </MenuItem>
      <MenuSeparator />
      <MenuItem danger onSelect={() => actions.remove(task)}>
        <Trash2 />
        {t("tasks.remove")}
      </MenuItem>
    </Menu>
  );
}
