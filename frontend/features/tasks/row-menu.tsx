"use client";
// What can be done with a row, for those who would rather point.
import type { JSX } from "react";
import { Menu } from "@/components/ui/menu";
import type { Task } from "@/lib/api/types";
import { cn } from "@/lib/class-names";
import { lazyPart } from "@/lib/lazy-part";
import { useTexts } from "@/lib/texts/texts-provider";
import type { TaskActions } from "./task-actions";

export const RowMenuItems = lazyPart(async () => (await import("./row-menu-items")).RowMenuItems);

export interface RowMenuProps {
  task: Task;
  actions: TaskActions;
  onAddBelow?: ((task: Task) => void) | undefined;
}

export function RowMenu({ task, actions, onAddBelow, className }: RowMenuProps & { className?: string }): JSX.Element {
  const { t } = useTexts();
  return (
    <Menu
      variant="quiet"
      size="icon"
      aria-label={t("tasks.options", { title: task.title })}
      className={cn("dots", className)}
      label={null}
    >
      <RowMenuItems task={task} actions={actions} onAddBelow={onAddBelow} />
    </Menu>
  );
}
