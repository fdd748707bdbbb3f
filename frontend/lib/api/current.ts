// What several parts of a page want to know; asked for once a request, however many do.
import "server-only";
import { cache } from "react";
import { type Day, wallClock } from "@/lib/dates";
import { readOrSignIn } from "./server";
import type { Project, User } from "./types";

export const currentUser = cache((): Promise<User> => readOrSignIn((api) => api.GET("/api/auth/me")));

export const currentProjects = cache(async (): Promise<Project[]> => {
  return (await readOrSignIn((api) => api.GET("/api/projects"))).items;
});

/** Today's date where the signed-in person is. */
export async function currentDay(): Promise<Day> {
  const { time_zone: zone } = await currentUser();
  return wallClock(new Date(), zone).day;
}
