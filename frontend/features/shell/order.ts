// Where things of a list go when they are moved: by a step, or dropped somewhere. Pure.
import type { ProjectPlace } from "@/features/projects/arranging";
import { siblingsOf } from "@/features/projects/siblings";
import type { Project } from "@/lib/api/types";

/** Among those of the same list. */
export interface OrderPlace {
  before_id?: string;
  after_id?: string;
}

/** Right beside one of the list. */
export type Beside = { before_id: string } | { after_id: string };

export type Step = "up" | "down" | "in" | "out";

/** What was let go of, and where. */
interface Dropped {
  id: string;
  beforeId: string | null;
  parentId: string | null;
}

type Item = Pick<Project, "id">;

/** Null where there is no way. */
export function steppedPlace(items: readonly Item[], id: string, step: Step): Beside | null {
  const index = items.findIndex((item) => item.id === id);
  const before = step === "up" ? items[index - 1] : undefined;
  const after = step === "down" && index >= 0 ? items[index + 1] : undefined;
  if (before !== undefined) return { before_id: before.id };
  return after === undefined ? null : { after_id: after.id };
}

/** Null where it is already. */
export function droppedPlace(items: readonly Item[], { id, beforeId }: Dropped): OrderPlace | null {
  const index = items.findIndex((item) => item.id === id);
  const next = items[index + 1]?.id ?? null;
  if (index === -1 || beforeId === id || beforeId === next) return null;
  if (beforeId !== null) return { before_id: beforeId };
  const last = items.at(-1);
  return last === undefined || last.id === id ? null : { after_id: last.id };
}

/** A step of a project: among its siblings, below the one before it, or out of the one that it is below. */
export function steppedProject(projects: readonly Project[], id: string, step: Step): ProjectPlace | null {
  const project = projects.find((one) => one.id === id);
  if (project === undefined) return null;
  const { before, after } = siblingsOf(projects, project);
  const parent = projects.find((one) => one.id === project.parent_id);
  const { parent_id } = project;
  if (step === "up") return before === undefined ? null : { parent_id, before_id: before.id };
  if (step === "down") return after === undefined ? null : { parent_id, after_id: after.id };
  if (step === "in") return before === undefined ? null : { parent_id: before.id };
  return parent === undefined ? null : { parent_id: parent.parent_id, after_id: parent.id };
}

/** Null where it is already, and where it would be below itself. */
export function droppedProject(projects: readonly Project[], { id, beforeId, parentId }: Dropped): ProjectPlace | null {
  const find = (wanted: string | null): Project | undefined => projects.find((one) => one.id === wanted);
  const before = find(beforeId);
  const parent = parentId ?? before?.parent_id ?? null;
  for (let above = find(parent); above !== undefined; above = find(above.parent_id)) {
    if (above.id === id) return null;
  }
  if (parentId !== null) return find(id)?.parent_id === parentId ? null : { parent_id: parentId };
  const siblings = projects.filter((one) => one.parent_id === parent && !one.is_inbox);
  if (find(id)?.parent_id !== parent) return { parent_id: parent, ...(before === undefined ? {} : { before_id: before.id }) };
  const place = droppedPlace(siblings, { id, beforeId, parentId });
  return place === null ? null : { parent_id: parent, ...place };
}

/** The list as it will be, so that nobody has to wait to see it. */
export function reordered<One extends Item>(items: readonly One[], id: string, { before_id, after_id }: OrderPlace): One[] {
  const moved = items.find((item) => item.id === id);
  const others = items.filter((item) => item.id !== id);
  if (moved === undefined) return [...items];
  const before = others.findIndex((item) => item.id === before_id);
  const after = others.findIndex((item) => item.id === after_id);
  const at = before !== -1 ? before : after !== -1 ? after + 1 : others.length;
  return [...others.slice(0, at), moved, ...others.slice(at)];
}
