// The neighbours of a project. Pure.
import type { Project } from "@/lib/api/types";

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
