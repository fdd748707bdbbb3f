"use client";
// Tasks one below the other.
import type { JSX } from "react";
import type { Task } from "@/lib/api/types";
import { GroupedList } from "./grouped-list";
import { isOpen } from "./is-open";
import type { MetaShown } from "./task-meta";
import { TaskRow } from "./task-row";

interface TaskListProps {
  label: string;
  tasks: readonly Task[];
  shown: MetaShown;
  /** What is in it is done; "either" where both may stand in it, so that neither leaves. */
  done?: boolean | "either";
}

const idOf = ({ id }: Task): string => id;

export function TaskList({ label, tasks, shown, done = false }: TaskListProps): JSX.Element {
  return (
    <GroupedList label={label} rows={tasks} idOf={idOf} className="-mx-3 sm:-mr-11.5">
      {(task) => (
        <TaskRow
          key={task.id}
          task={task}
          shown={shown}
          listIsDone={done === "either" ? !isOpen(task) : done}
        />
      )}
    </GroupedList>
  );
}
