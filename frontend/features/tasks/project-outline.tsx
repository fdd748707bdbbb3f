"use client";
// A project as a list: what is in no section, then section by section. Rows are moved by dragging or with keys.
import { type JSX, useId, useMemo, useState } from "react";
import { AddSection } from "@/features/sections/add-section";
import { useFoldedSections } from "@/features/sections/folded";
import { useSections } from "@/features/sections/queries";
import { SectionHeader } from "@/features/sections/section-header";
import type { Project, Section, Task } from "@/lib/api/types";
import { useTexts } from "@/lib/texts/texts-provider";
import { AddTaskButton } from "./add-task-button";
import { type Drop, useDrag } from "./drag";
import { InlineAdd } from "./inline-add";
import { type OutlineGroup, type Place, topOf } from "./outline";
import { OutlineList } from "./outline-list";
import { useDoneSubtasks } from "./done-subtasks";
import { countOpen } from "./is-open";
import { type OutlineState, useOutline } from "./use-outline";

interface ProjectOutlineProps {
  project: Project;
  tasks: readonly Task[];
}

/** Where rows are dropped that are to be in no section. */
const NO_SECTION = "none";

export function ProjectOutline({ project, tasks: listed }: ProjectOutlineProps): JSX.Element {
  // What was just moved elsewhere is listed until the list is asked for again.
  const tasks = useMemo(() => listed.filter(({ project_id }) => project_id === project.id), [listed, project.id]);
  const sections = useSections(project.id);
  const done = useDoneSubtasks(project.id, tasks);
  const state = useOutline({ tasks, sections, done });
  const drag = useDrag((drop) => onDrop(drop, tasks, project.id, state), { nests: true });
  const [top, ...others] = state.groups;
  const editable = project.role !== "viewer";
  return (
    // Keys for the rows within, each of which is a button.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div onKeyDownCapture={state.onKeyDown} onBlur={state.onBlur} {...(editable ? drag : {})}>
      <OutlineList label={project.name} drop={NO_SECTION} rows={top?.rows ?? []} state={state} />
      {editable && <AddTaskButton projectId={project.id} />}
      {others.map((group) => (
        <SectionPart key={group.section?.id} group={group} all={sections} state={state} editable={editable} />
      ))}
      {editable && (
        <div className="mt-6">
          <AddSection projectId={project.id} />
        </div>
      )}
      <p role="status" className="sr-only">
        {state.said}
      </p>
    </div>
  );
}

interface SectionPartProps {
  group: OutlineGroup;
  all: readonly Section[];
  state: OutlineState;
  editable: boolean;
}

function SectionPart({ group: { section, rows }, all, state, editable }: SectionPartProps): JSX.Element | null {
  const { t } = useTexts();
  const [foldedSections, fold] = useFoldedSections();
  const [adding, setAdding] = useState(false);
  const id = useId();
  if (section === null) return null;
  const folded = foldedSections.has(section.id);
  return (
    <section aria-label={section.name} className="mt-7">
      <SectionHeader
        section={section}
        all={all}
        count={countOpen(rows.map(({ task }) => task))}
        folded={folded}
        controls={id}
        editable={editable}
        onFold={() => fold(section.id)}
        onAdd={() => {
          if (folded) fold(section.id);
          setAdding(true);
        }}
      />
      <div id={id}>
        {!folded && <OutlineList label={section.name} drop={section.id} rows={rows} state={state} />}
        {adding && !folded && (
          <InlineAdd
            place={{ project_id: section.project_id, section_id: section.id }}
            where={section.name}
            label={t("sections.addTo", { name: section.name })}
            onClose={() => setAdding(false)}
          />
        )}
      </div>
    </section>
  );
}

function onDrop({ id, list, beforeId, parentId }: Drop, tasks: readonly Task[], projectId: string, state: OutlineState): void {
  const task = tasks.find((one) => one.id === id);
  if (task === undefined) return;
  const before = tasks.find((one) => one.id === beforeId);
  const above = parentId ?? before?.parent_id ?? null;
  const place: Place = list === NO_SECTION ? topOf(projectId) : { section_id: list };
  if (parentId !== null) state.move(task, { parent_id: parentId });
  else if (above === null) state.move(task, { ...place, ...beforeIt(before) });
  // Right below itself it would be put among its own subtasks.
  else state.move(task, above === id ? place : { parent_id: above, ...beforeIt(before) });
}

function beforeIt(task: Task | undefined): Pick<Place, "before_id"> {
  return task === undefined ? {} : { before_id: task.id };
}
