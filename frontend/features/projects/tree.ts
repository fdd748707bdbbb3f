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
