// Signing in, up and out, and leaving for good.
import { api, read } from "@/lib/api/client";
import { isUnauthenticated } from "@/lib/api/problem";
import type { User } from "@/lib/api/types";
import { openPage } from "@/lib/open-page";
import type { Language } from "@/lib/texts/catalogue";

export interface Credentials {
  email: string;
  password: string;
}

export async function signIn(credentials: Credentials): Promise<User> {
  return (await read(api.POST("/api/auth/login", { body: credentials }))).user;
}

/** Whoever reads the app in a language is taken to write dates in it; the profile changes that. */
export async function signUp(credentials: Credentials, name: string, language: Language): Promise<User> {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const body = { ...credentials, ...(name === "" ? {} : { name }), time_zone: timeZone, language };
  return (await read(api.POST("/api/auth/register", { body }))).user;
}

/** Ends the session and leaves for the sign-in page. */
export async function signOut(): Promise<void> {
  await read(api.POST("/api/auth/logout")).catch((error: unknown) => {
    // Ended already: just what was wanted.
    if (!isUnauthenticated(error)) throw error;
  });
  await leave();
}

/** Deletes the account with everything in it, and leaves. */
export async function deleteAccount(password: string): Promise<void> {
  await read(api.POST("/api/auth/delete", { body: { password } }));
  await leave();
}

/** What this browser has kept of the account goes with the session. */
async function leave(): Promise<void> {
  try {
    const { forgetOffline } = await import("@/features/offline/offline");
    await forgetOffline();
  } finally {
    openPage("/sign-in");
  }
}
