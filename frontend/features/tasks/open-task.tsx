"use client";
// Opens a task as soon as its page is there. Closing it leaves the page.
import { useEffect } from "react";
import { useShell } from "@/features/shell/shell-context";
import type { Task } from "@/lib/api/types";

export function OpenTask({ task }: { task: Task }): null {
  const { openTask } = useShell();
  // Once for each task: what refreshes it later must not open it again.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  useEffect(() => openTask(task), [task.id]);
  return null;
}
