// What people do with projects. Each change can be undone from the message that tells of it.
import { type UseMutationResult, useMutation, useQueryClient } from "@tanstack/react-query";
import { useAnnounce } from "@/features/changes/undo";
import { refreshAfterChange } from "@/features/changes/refresh";
import { api, type Written, written } from "@/lib/api/client";
import type { Project, ProjectColor } from "@/lib/api/types";
import { useTexts } from "@/lib/texts/texts-provider";

export interface ProjectDraft {
  name: string;
  color: ProjectColor;
}

type ProjectMutation<Input, Output = Project> = UseMutationResult<Written<Output>, Error, Input>;

/** `id` is the new project's own, made once for each form, so that sending it twice makes one project. */
export function useCreateProject(): ProjectMutation<ProjectDraft & { id: string }> {
  const { t } = useTexts();
  const client = useQueryClient();
  const announce = useAnnounce();
  return useMutation({
    mutationKey: ["change", "project"],
    mutationFn: (body) => written(api.POST("/api/projects", { body })),
    onSuccess: ({ data, changeGroup }) => {
      client.setQueryData<Project[]>(["projects"], (all) => [...(all ?? []).filter(({ id }) => id !== data.id), data]);
      announce.done(t("projects.created", { name: data.name }), changeGroup);
    },
    onSettled: () => refreshAfterChange(client),
  });
}

export function useChangeProject(project: Project): ProjectMutation<ProjectDraft> {
  const { t } = useTexts();
  const client = useQueryClient();
  const announce = useAnnounce();
  return useMutation({
    mutationKey: ["change", "project"],
    mutationFn: (body) =>
      written(api.PATCH("/api/projects/{project_id}", { params: { path: { project_id: project.id } }, body })),
    onSuccess: ({ data, changeGroup }) => {
      client.setQueryData<Project[]>(["projects"], (all) => all?.map((one) => (one.id === data.id ? data : one)));
      announce.done(t("projects.changed", { name: data.name }), changeGroup);
    },
    onSettled: () => refreshAfterChange(client),
  });
}

export function useDeleteProject(): ProjectMutation<Project, unknown> {
  const { t } = useTexts();
  const client = useQueryClient();
  const announce = useAnnounce();
  return useMutation({
    mutationKey: ["change", "project"],
    mutationFn: ({ id }) =>
      written(api.DELETE("/api/projects/{project_id}", { params: { path: { project_id: id } } })),
    onSuccess: ({ changeGroup }, project) => announce.done(t("projects.removed", { name: project.name }), changeGroup),
    onError: announce.failed,
    onSettled: () => refreshAfterChange(client),
  });
}
