// The task that the keyboard is on.
import type { QueryClient } from "@tanstack/react-query";
import type { Task } from "@/lib/api/types";
import { tasksInCache } from "./cache";
import { taskIdInFocus } from "./list-focus";

/** Null when the focus is on none. */
export function taskInFocus(client: QueryClient): Task | null {
  const id = taskIdInFocus();
  return id === null ? null : (tasksInCache(client, new Set([id]))[0] ?? null);
}
