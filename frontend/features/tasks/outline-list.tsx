"use client";
// The tasks of one section, those below others indented.
import { Fragment, type JSX } from "react";
import type { Task } from "@/lib/api/types";
import { useTexts } from "@/lib/texts/texts-provider";
import { GroupedList } from "./grouped-list";
import { InlineAdd } from "./inline-add";
import type { OutlineRow } from "./outline";
import type { OutlineState } from "./use-outline";
import type { MetaShown } from "./task-meta";
import { TaskRow } from "./task-row";

interface OutlineListProps {
  label: string;
  /** What rows dropped here are dropped into. */
  drop: string;
  rows: readonly OutlineRow[];
  state: OutlineState;
}

const SHOWN: MetaShown = { due: "day", project: false };
const idOf = ({ task }: OutlineRow): string => task.id;

export function OutlineList({ label, drop, rows, state }: OutlineListProps): JSX.Element {
  const { adding, arranging } = state;
  return (
    <GroupedList label={label} rows={rows} idOf={idOf} drop={drop} className="-mx-3 min-h-3 sm:-mr-11.5">
      {({ task, depth, below, doneBelow }) => (
        <Fragment key={task.id}>
          <TaskRow
            task={task}
            shown={SHOWN}
            listIsDone={false}
            depth={depth}
            below={below}
            doneBelow={doneBelow}
            folded={state.folded.has(task.id)}
            onFold={state.fold}
            onAddBelow={state.addBelow}
            arranging={arranging === task.id}
          />
          {adding === task.id && <AddBelow task={task} depth={depth + 1} onClose={state.endAdding} />}
        </Fragment>
      )}
    </GroupedList>
  );
}

function AddBelow({ task, depth, onClose }: { task: Task; depth: number; onClose: () => void }): JSX.Element {
  const { t } = useTexts();
  return (
    <div role="listitem" className="px-3 sm:pr-11.5">
      <InlineAdd
        place={{ project_id: task.project_id, parent_id: task.id }}
        where={task.title}
        label={t("tasks.addSubtaskTo", { title: task.title })}
        depth={depth}
        onClose={onClose}
      />
    </div>
  );
}
