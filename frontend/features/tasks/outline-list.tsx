"use client";
// The tasks of one section, those below others indented.
import { Fragment, type JSX } from "react";
import type { Task } from "@/lib/api/types";
import { useTexts } from "@/lib/texts/texts-provider";
import { InlineAdd } from "./inline-add";
import type { OutlineRow } from "./outline";
import type { OutlineState } from "./use-outline";
import type { MetaShown } from "./task-meta";
import { LONG, TaskRow } from "./task-row";

interface OutlineListProps {
  label: string;
  /** What rows dropped here are dropped into. */
  drop: string;
  rows: readonly OutlineRow[];
  state: OutlineState;
}

const SHOWN: MetaShown = { due: "day", project: false };

export function OutlineList({ label, drop, rows, state }: OutlineListProps): JSX.Element {
  const { adding, arranging } = state;
  return (
    // Safari drops the list role of lists without markers.
    // eslint-disable-next-line jsx-a11y/no-redundant-roles
    <ul role="list" aria-label={label} data-long={rows.length > LONG ? "" : undefined} data-drop={drop} className="-mx-3 min-h-3 sm:-mr-11.5">
      {rows.map(({ task, depth, below, doneBelow }) => (
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
      ))}
    </ul>
  );
}

function AddBelow({ task, depth, onClose }: { task: Task; depth: number; onClose: () => void }): JSX.Element {
  const { t } = useTexts();
  return (
    <li className="px-3 sm:pr-11.5">
      <InlineAdd
        place={{ parent_id: task.id }}
        where={task.title}
        label={t("tasks.addSubtaskTo", { title: task.title })}
        depth={depth}
        onClose={onClose}
      />
    </li>
  );
}
