// The sections of a project.
import { queryOptions, useQuery } from "@tanstack/react-query";
import { type Api, api, read } from "@/lib/api/client";
import type { Section } from "@/lib/api/types";

// The return type is the library's own.
// eslint-disable-next-line @typescript-eslint/explicit-module-boundary-types
export function sectionsOptions(projectId: string, client: Api = api) {
  return queryOptions({
    queryKey: ["projects", projectId, "sections"],
    queryFn: async ({ signal }) => {
      const params = { path: { project_id: projectId } };
      return (await read(client.GET("/api/projects/{project_id}/sections", { params, signal }))).items;
    },
  });
}

const NONE: Section[] = [];

/** None until they are there. */
export function useSections(projectId: string): Section[] {
  return useQuery(sectionsOptions(projectId)).data ?? NONE;
}
