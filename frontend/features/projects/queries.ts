// The person's projects, Inbox first.
import { queryOptions, useSuspenseQuery } from "@tanstack/react-query";
import { api, read } from "@/lib/api/client";
import type { Project } from "@/lib/api/types";

const projectsOptions = queryOptions({
  queryKey: ["projects"],
  queryFn: async () => (await read(api.GET("/api/projects"))).items,
});

/** Pages for signed-in people are handed this by the server, so it is always there. */
export function useProjects(): Project[] {
  return useSuspenseQuery(projectsOptions).data;
}

export function useProject(id: string): Project | undefined {
  return useProjects().find((project) => project.id === id);
}
