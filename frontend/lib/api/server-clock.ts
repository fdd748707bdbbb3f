// Today's date for the signed-in person, for pages whose first list depends on it.
import "server-only";
import { cache } from "react";
import { type Day, wallClock } from "@/lib/dates";
import type { User } from "./types";
import { readOrSignIn, serverApi } from "./server";

/** The signed-in person; asked for once a request, however many parts of the page want to know. */
export const currentUser = cache(async (): Promise<User> => {
  const api = await serverApi();
  return readOrSignIn(api.GET("/api/auth/me"));
});

export async function currentDay(): Promise<Day> {
  const { time_zone: zone } = await currentUser();
  return wallClock(new Date(), zone).day;
}
