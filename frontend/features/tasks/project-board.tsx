"use client";
// A project as a board: its sections side by side. Cards go elsewhere by dragging, or with Alt and the arrow keys.
import { Plus } from "lucide-react";
import { type JSX, type KeyboardEvent, useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import { AddSection } from "@/features/sections/add-section";
import { useSections } from "@/features/sections/queries";
import type { Project, Task } from "@/lib/api/types";
import { cn } from "@/lib/class-names";
import { deedOf } from "@/lib/keys";
import { BOARD } from "@/lib/keys-of-parts";
import { useTexts } from "@/lib/texts/texts-provider";
import { BoardCard } from "./board-card";
import { useDoneSubtasks } from "./done-subtasks";
import { useDrag } from "./drag";
import { InlineAdd } from "./inline-add";
import { countOpen } from "./is-open";
import { useMoveTask } from "./moving";
import { boardStep, type OutlineGroup, outlineOf, type Place, topOf } from "./outline";
import { useFocusAfter } from "./use-focus-after";

interface ProjectBoardProps {
  project: Project;
  tasks: readonly Task[];
}

const NO_SECTION = "none";

export function ProjectBoard({ project, tasks: listed }: ProjectBoardProps): JSX.Element {
  const { t } = useTexts();
  const sections = useSections(project.id);
  const tasks = useMemo(() => listed.filter(({ project_id }) => project_id === project.id), [listed, project.id]);
  const done = useDoneSubtasks(project.id, tasks);
  const groups = useMemo(() => outlineOf(tasks, { sections, done }), [tasks, sections, done]);
  const moveTask = useMoveTask();
  const keepFocus = useFocusAfter(groups);
  const editable = project.role !== "viewer";
  const move = (task: Task | undefined, place: Place | null): void => {
    if (task === undefined || place === null) return;
    keepFocus(task.id);
    moveTask(task, place);
  };
  const drag = useDrag(({ id, list, beforeId }) => {
    const place = list === NO_SECTION ? topOf(project.id) : { section_id: list };
    move(find(tasks, id), beforeId === null ? place : { ...place, before_id: beforeId });
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = deedOf(BOARD, event);
    const id = (event.target as HTMLElement).closest<HTMLElement>("[data-task-id]")?.dataset.taskId;
    if (step === undefined || id === undefined || !editable) return;
    event.preventDefault();
    move(find(tasks, id), boardStep(groups, id, step));
  };
  return (
    // Keys for the cards within, each of which is a button.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div onKeyDown={onKeyDown} {...(editable ? drag : {})} className="board broad">
      {groups.map((group) => (
        <Column
          key={group.section?.id ?? NO_SECTION}
          group={group}
          name={group.section?.name ?? t("sections.none")}
          project={project}
          editable={editable}
          others={groups.length > 1}
        />
      ))}
      {editable && (
        <div className="w-64 shrink-0 pt-1 pl-3">
          <AddSection projectId={project.id} />
        </div>
      )}
    </div>
  );
}

function find(tasks: readonly Task[], id: string): Task | undefined {
  return tasks.find((task) => task.id === id);
}

interface ColumnProps {
  group: OutlineGroup;
  name: string;
  project: Project;
  editable: boolean;
  /** There are other columns. */
  others: boolean;
}

function Column({ group: { section, rows }, name, project, editable, others }: ColumnProps): JSX.Element {
  const { t } = useTexts();
  const [adding, setAdding] = useState(false);
  const cards = rows.filter(({ depth }) => depth === 0);
  const open = countOpen(cards.map(({ task }) => task));
  return (
    <section
      aria-label={name}
      data-drop={section?.id ?? NO_SECTION}
      className={cn(
        "flex flex-col rounded-lg bg-well p-2",
        // On a phone one column fills the screen: an empty one of no section comes when something can be dropped on it.
        section === null && cards.length === 0 && others && "max-sm:hidden in-data-dragging:flex!",
      )}
    >
      <header className="flex items-center gap-2 px-2 pb-2">
        <h2 className="min-w-0 flex-1 text-sm font-semibold">
          {name} <span className="font-normal text-ink-faint tabular-nums">{open}</span>
        </h2>
        {editable && (
          <Button
            variant="quiet"
            size="icon"
            aria-label={t("sections.addTo", { name })}
            onClick={() => setAdding(true)}
            className="size-7 [&_svg]:size-4"
          >
            <Plus />
          </Button>
        )}
      </header>
      {/* Safari drops the list role of lists without markers. */}
      {/* eslint-disable-next-line jsx-a11y/no-redundant-roles */}
      <ul role="list" aria-label={name} className="flex min-h-8 flex-col gap-1.5">
        {cards.map((row) => (
          <BoardCard key={row.task.id} row={row} />
        ))}
      </ul>
      {adding && (
        <div className="px-3 sm:pr-11.5">
          <InlineAdd
            place={{ project_id: project.id, ...(section === null ? {} : { section_id: section.id }) }}
            where={name}
            label={t("sections.addTo", { name })}
            onClose={() => setAdding(false)}
          />
        </div>
      )}
    </section>
  );
}

