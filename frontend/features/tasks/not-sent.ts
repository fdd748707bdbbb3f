// How a task that was made without a connection is told from others: by a place behind all that the server gives out.
import type { Task } from "@/lib/api/types";

export const AT_THE_END = "~";

export function isNotSent({ position }: Pick<Task, "position">): boolean {
  return position === AT_THE_END;
}
