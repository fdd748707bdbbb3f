// Tasks one below the other.
import type { JSX } from "react";
import type { Task } from "@/lib/api/types";
import type { MetaShown } from "./task-meta";
import { LONG, TaskRow } from "./task-row";

interface TaskListProps {
  label: string;
  tasks: readonly Task[];
  shown: MetaShown;
  /** What is in it is done; "either" where both may stand in it, so that neither leaves. */
  done?: boolean | "either";
}

export function TaskList({ label, tasks, shown, done = false }: TaskListProps): JSX.Element {
  return (
    // Safari drops the list role of lists without markers.
    // eslint-disable-next-line jsx-a11y/no-redundant-roles
    <ul role="list" aria-label={label} data-long={tasks.length > LONG ? "" : undefined} className="-mx-3 sm:-mr-11.5">
      {tasks.map((task) => (
        <TaskRow
          key={task.id}
          task={task}
          shown={shown}
          listIsDone={done === "either" ? task.completed_at !== null : done}
        />
      ))}
    </ul>
  );
}
