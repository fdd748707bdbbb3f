// Order, favorites, copies and archive of projects.
import { type ChangeResult, useChange } from "@/features/changes/use-change";
import { api, written } from "@/lib/api/client";
import type { Project } from "@/lib/api/types";
import { useTexts } from "@/lib/texts/texts-provider";

const pathOf = ({ id }: Project): { path: { project_id: string } } => ({ path: { project_id: id } });

export interface ProjectPlace {
  parent_id: string | null;
  after_id?: string;
  before_id?: string;
}

export function useMoveProject(): ChangeResult<{ project: Project; place: ProjectPlace }, Project> {
  const { t } = useTexts();
  return useChange({
    send: ({ project, place }: { project: Project; place: ProjectPlace }) =>
      written(api.POST("/api/projects/{project_id}/move", { params: pathOf(project), body: place })),
    said: ({ project: { name } }) => t("tasks.movedToast", { what: t("common.quoted", { text: name }) }),
  });
}

export function useFavoriteProject(): ChangeResult<Project, Project> {
  const { t } = useTexts();
  return useChange({
    send: (project: Project) => {
      const body = { is_favorite: !project.is_favorite };
      return written(api.PATCH("/api/projects/{project_id}", { params: pathOf(project), body }));
    },
    said: ({ name }) => t("projects.changed", { name }),
  });
}

export function useDuplicateProject(): ChangeResult<Project, Project> {
  const { t } = useTexts();
  return useChange({
    send: (project: Project) =>
      written(api.POST("/api/projects/{project_id}/duplicate", { params: pathOf(project), body: {} })),
    said: ({ name }) => t("sections.duplicated", { name }),
  });
}

export function useArchiveProject(): ChangeResult<Project, Project> {
  const { t } = useTexts();
  return useChange({
    send: (project: Project) => written(api.POST("/api/projects/{project_id}/archive", { params: pathOf(project) })),
    said: ({ name }) => t("projects.archived", { name }),
  });
}

export function useUnarchiveProject(): ChangeResult<Project, Project> {
  const { t } = useTexts();
  return useChange({
    send: (project: Project) => written(api.POST("/api/projects/{project_id}/unarchive", { params: pathOf(project) })),
    said: ({ name }) => t("projects.unarchived", { name }),
  });
}
