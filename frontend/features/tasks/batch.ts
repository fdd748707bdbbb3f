// Commands on one or many tasks. What carries them out comes later than the rows; what is asked for before that waits.
import type { Task } from "@/lib/api/types";
import type { RowCommand } from "./row-keys";

type Act = (command: RowCommand, tasks: readonly Task[]) => void;

let act: Act | null = null;
let waiting: Parameters<Act>[] = [];

export function runBatch(command: RowCommand, tasks: readonly Task[]): void {
  if (act === null) waiting.push([command, tasks]);
  else act(command, tasks);
}

/** Takes over from now on, until what it gives back is called. */
export function takeBatches(next: Act): () => void {
  act = next;
  const late = waiting;
  waiting = [];
  for (const [command, tasks] of late) next(command, tasks);
  return () => {
    if (act === next) act = null;
  };
}
