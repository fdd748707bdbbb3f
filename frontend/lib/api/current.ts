// What several parts of a page want to know; asked for once a request, however many do.
import "server-only";
import { cache } from "react";
import { type Day, wallClock } from "@/lib/dates";
import { readOrSignIn, serverApi } from "./server";
import type { Project, User } from "./types";

export const currentUser = cache(async (): Promise<User> => {
  const api = await serverApi();
  return readOrSignIn(api.GET("/api/auth/me"));
});

export const currentProjects = cache(async (): Promise<Project[]> => {
  const api = await serverApi();
  return (await readOrSignIn(api.GET("/api/projects"))).items;
});

/** Today's date where the signed-in person is. */
export async function currentDay(): Promise<Day> {
  const { time_zone: zone } = await currentUser();
  return wallClock(new Date(), zone).day;
}
