"use client";
// The round box before a task. Its ring tells the priority.
import type { JSX } from "react";
import type { Task } from "@/lib/api/types";
import { cn } from "@/lib/class-names";
import { useTexts } from "@/lib/texts/texts-provider";
import { isOpen } from "./is-open";
import { priorityKey } from "./priority";

interface TaskCheckProps {
  task: Pick<Task, "title" | "priority" | "completed_at">;
  onToggle: () => void;
  className?: string;
}

/** One element, drawn by the style sheet, since each row of a list has one. */
export function TaskCheck({ task, onToggle, className }: TaskCheckProps): JSX.Element {
  const { t } = useTexts();
  const done = !isOpen(task);
  const ranked = task.priority < 4;
  return (
    <button
      type="button"
      role="checkbox"
      aria-checked={done}
      aria-label={done ? t("tasks.reopen", { title: task.title }) : t("tasks.complete", { title: task.title })}
      title={ranked ? t(priorityKey(task.priority)) : undefined}
      onClick={onToggle}
      data-priority={task.priority}
      className={cn(
        "task-check relative size-5 shrink-0 rounded-full border-[1.5px] transition-colors",
        // The target is larger than the ring.
        "before:absolute before:-inset-2.5 before:content-[''] pointer-coarse:before:-inset-3.5",
        done ? "border-accent bg-accent text-on-accent" : "border-(--ring) text-(--ring)",
        !done && ranked && "bg-[color-mix(in_oklch,var(--ring)_12%,transparent)]",
        !done && "hover:bg-[color-mix(in_oklch,var(--ring)_22%,transparent)]",
        className,
      )}
    />
  );
}
