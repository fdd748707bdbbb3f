// Projects below projects. Pure.
import type { Project } from "@/lib/api/types";

export interface ProjectNode {
  project: Project;
  below: ProjectNode[];
}

/** All but the Inbox, in their order; what lies below one that is not there stands at the top. */
export function projectTree(projects: readonly Project[]): ProjectNode[] {
  const shown = projects.filter(({ is_inbox }) => !is_inbox);
  const ids = new Set(shown.map(({ id }) => id));
  const nodesOf = (parentId: string | null): ProjectNode[] =>
    shown
      .filter(({ parent_id }) => (parent_id !== null && ids.has(parent_id) ? parent_id : null) === parentId)
      .map((project) => ({ project, below: nodesOf(project.id) }));
  return nodesOf(null);
}

/** A project and all below it. */
export function idsBelow(projects: readonly Project[], id: string): ReadonlySet<string> {
  const found = new Set([id]);
  for (const before = { size: 0 }; before.size < found.size; ) {
    before.size = found.size;
    for (const { id: one, parent_id } of projects) if (parent_id !== null && found.has(parent_id)) found.add(one);
  }
  return found;
}

export interface Siblings {
  before: Project | undefined;
  after: Project | undefined;
}

/** Its neighbours in the order. */
export function siblingsOf(projects: readonly Project[], project: Project): Siblings {
  const all = projects.filter(({ parent_id, is_inbox }) => parent_id === project.parent_id && !is_inbox);
  const index = all.findIndex(({ id }) => id === project.id);
  return { before: all[index - 1], after: all[index + 1] };
}
