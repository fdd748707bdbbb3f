// What several parts of a page want to know; asked for once a request, however many do.
import "server-only";
import { cache } from "react";
import { type Day, wallClock } from "@/lib/dates";
import { readOrSignIn } from "./server";
import { ProblemError } from "./problem";
import type { Project, Task, User } from "./types";

export const currentUser = cache((): Promise<User> => readOrSignIn((api) => api.GET("/api/auth/me")));

export const currentProjects = cache(async (): Promise<Project[]> => {
  return (await readOrSignIn((api) => api.GET("/api/projects"))).items;
});

/** A project by its id, also an archived one; null when the person has no such project, and for what is no id. */
export const currentProject = cache(async (id: string): Promise<Project | null> => {
  const listed = (await currentProjects()).find((project) => project.id === id);
  const params = { path: { project_id: id } };
  return listed ?? orNull(readOrSignIn((api) => api.GET("/api/projects/{project_id}", { params })));
});

/** A task by its id; null when the person has no such task, and for what is no id. */
export const currentTask = cache((id: string): Promise<Task | null> => {
  const params = { path: { task_id: id } };
  return orNull(readOrSignIn((api) => api.GET("/api/tasks/{task_id}", { params })));
});

async function orNull<Found>(asked: Promise<Found>): Promise<Found | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof ProblemError && ABSENT.has(error.status)) return null;
    throw error;
  }
}

const ABSENT = new Set([404, 422]);

/** Today's date where the signed-in person is. */
export async function currentDay(): Promise<Day> {
  const { time_zone: zone } = await currentUser();
  return wallClock(new Date(), zone).day;
}
