// A project's tasks as an outline: sections in their order, tasks below tasks, and where a step leads from each. Pure.
import type { Section, Task, TaskMove } from "@/lib/api/types";
import { countOpen } from "./is-open";

export interface OutlineRow {
  task: Task;
  /** How many tasks are above it. */
  depth: number;
  /** Open and done tasks right below it. */
  below: number;
  doneBelow: number;
}

export interface OutlineGroup {
  /** Null for what is in no section. */
  section: Section | null;
  rows: OutlineRow[];
}

export interface OutlineOptions {
  sections: readonly Section[];
  /** Tasks that are done, to count how far one has got. */
  done?: readonly Task[];
  /** Tasks whose subtasks are folded away. */
  folded?: ReadonlySet<string>;
}

/** A place among others: where it is, and after or before which. */
export type Place = TaskMove;

const byPosition = (first: { position: string; id: string }, second: { position: string; id: string }): number =>
  compare(first.position, second.position) || compare(first.id, second.id);

function groupBy(tasks: readonly Task[], keyOf: (task: Task) => string | null): Map<string | null, Task[]> {
  const groups = new Map<string | null, Task[]>();
  for (const task of tasks) {
    const key = keyOf(task);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [task]);
    else group.push(task);
  }
  return groups;
}

function compare(first: string, second: string): number {
  return first < second ? -1 : first > second ? 1 : 0;
}

/** The first group is of no section; tasks whose parent is not among them stand at the top. */
export function outlineOf(tasks: readonly Task[], { sections, done = [], folded = new Set() }: OutlineOptions): OutlineGroup[] {
  const ids = new Set(tasks.map(({ id }) => id));
  const known = new Set(sections.map(({ id }) => id));
  const children = groupBy(
    tasks.filter(({ parent_id }) => parent_id !== null && ids.has(parent_id)),
    ({ parent_id }) => parent_id,
  );
  const doneBelow = new Map<string | null, number>();
  for (const { parent_id } of done) doneBelow.set(parent_id, (doneBelow.get(parent_id) ?? 0) + 1);
  const rowsOf = (siblings: readonly Task[], depth: number): OutlineRow[] =>
    siblings.toSorted(byPosition).flatMap((task) => {
      const below = children.get(task.id) ?? [];
      // One that is just being completed counts as done already.
      const finished = (doneBelow.get(task.id) ?? 0) + below.length - countOpen(below);
      const row = { task, depth, below: below.length + (doneBelow.get(task.id) ?? 0), doneBelow: finished };
      return folded.has(task.id) ? [row] : [row, ...rowsOf(below, depth + 1)];
    });
  const roots = groupBy(
    tasks.filter(({ parent_id }) => parent_id === null || !ids.has(parent_id)),
    ({ section_id }) => (section_id !== null && known.has(section_id) ? section_id : null),
  );
  return [null, ...sections.toSorted(byPosition)].map((section) => ({
    section,
    rows: rowsOf(roots.get(section?.id ?? null) ?? [], 0),
  }));
}

export type Step = "up" | "down" | "indent" | "outdent";

/** Where a step leads; null when there is no way to go. */
export function stepFrom(groups: readonly OutlineGroup[], id: string, step: Step): Place | null {
  const at = groups.findIndex(({ rows }) => rows.some(({ task }) => task.id === id));
  const rows = groups[at]?.rows ?? [];
  const row = rows.find(({ task }) => task.id === id);
  if (row === undefined) return null;
  const siblings = siblingsOf(rows, row);
  const index = siblings.findIndex(({ task }) => task.id === id);
  const before = siblings[index - 1]?.task;
  const after = siblings[index + 1]?.task;
  switch (step) {
    case "up":
      if (before !== undefined) return { ...within(row.task), before_id: before.id };
      return row.depth === 0 ? intoGroup(groups[at - 1], row.task, "end") : null;
    case "down":
      if (after !== undefined) return { ...within(row.task), after_id: after.id };
      return row.depth === 0 ? intoGroup(groups[at + 1], row.task, "start") : null;
    case "indent":
      return before === undefined ? null : { parent_id: before.id };
    case "outdent": {
      const parent = rows.find(({ task }) => task.id === row.task.parent_id)?.task;
      return parent === undefined ? null : { ...within(parent), after_id: parent.id };
    }
  }
}

export type BoardStep = "up" | "down" | "left" | "right";

/** Where a step leads on a board, whose columns are the groups: another column is entered at its end. */
export function boardStep(groups: readonly OutlineGroup[], id: string, step: BoardStep): Place | null {
  const at = groups.findIndex(({ rows }) => rows.some(({ task }) => task.id === id));
  const cards = (groups[at]?.rows ?? []).filter(({ depth }) => depth === 0);
  const index = cards.findIndex(({ task }) => task.id === id);
  const task = cards[index]?.task;
  if (task === undefined) return null;
  if (step === "left" || step === "right") return intoGroup(groups[at + (step === "left" ? -1 : 1)], task, "end");
  const neighbour = cards[index + (step === "up" ? -1 : 1)]?.task;
  if (neighbour === undefined) return null;
  return { ...within(task), ...(step === "up" ? { before_id: neighbour.id } : { after_id: neighbour.id }) };
}

function siblingsOf(rows: readonly OutlineRow[], { task, depth }: OutlineRow): OutlineRow[] {
  if (depth === 0) return rows.filter((row) => row.depth === 0);
  return rows.filter((row) => row.depth === depth && row.task.parent_id === task.parent_id);
}

/** The place that a task's siblings are in. */
export function within({ parent_id, section_id, project_id }: Task): Place {
  if (parent_id !== null) return { parent_id };
  return section_id === null ? topOf(project_id) : { section_id };
}

/** In a project, in none of its sections and below no task: what is not said stays as it is. */
export function topOf(project_id: string): Place {
  return { project_id, section_id: null, parent_id: null };
}

/** The start or the end of a section, or of what is in none. */
export function intoGroup(group: OutlineGroup | undefined, { project_id }: Task, end: "start" | "end"): Place | null {
  if (group === undefined) return null;
  const place: Place = group.section === null ? topOf(project_id) : { section_id: group.section.id };
  const first = group.rows[0]?.task;
  return end === "start" && first !== undefined ? { ...place, before_id: first.id } : place;
}

/** Where a task is shown before the server has said so: a position that sorts into its new place. */
export function expectPlace(task: Task, place: Place, all: readonly Task[]): Task {
  const find = (id: string | null | undefined): Task | undefined => all.find((one) => one.id === id);
  const parent = find(place.parent_id);
  const section_id = parent?.section_id ?? place.section_id ?? null;
  const target: Task = {
    ...task,
    project_id: parent?.project_id ?? place.project_id ?? task.project_id,
    parent_id: place.parent_id ?? null,
    section_id,
  };
  const siblings = all
    .filter((one) => one.id !== task.id && one.parent_id === target.parent_id && one.section_id === section_id)
    .toSorted(byPosition);
  const next = siblings.findIndex(({ id }) => id === place.before_id);
  const previous =
    place.after_id != null ? find(place.after_id) : place.before_id != null ? siblings[next - 1] : siblings.at(-1);
  return { ...target, position: previous === undefined ? "" : `${previous.position}\u0001` };
}
