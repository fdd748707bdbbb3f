// The API client of server components: straight to the backend, with the visitor's own cookie.
import "server-only";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { PATH_HEADER, signInPath } from "@/lib/sign-in-path";
import { backendUrl } from "@/lib/proxy/backend";
import { type Api, read } from "./client";
import { createApi } from "./fetch-client";
import { isUnauthenticated } from "./problem";

export const SESSION_COOKIE = "todo_session";
// A page that takes longer than this is better told as an error with a retry.
const PATIENCE_MS = 10_000;

export async function serverApi(): Promise<Api> {
  const session = (await cookies()).get(SESSION_COOKIE)?.value;
  return createApi({
    baseUrl: backendUrl(),
    cache: "no-store",
    headers: session === undefined ? {} : { Cookie: `${SESSION_COOKIE}=${session}` },
    fetch: (request) => fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) }),
  });
}

/** Read for a page; a visitor without a valid session goes to sign in and comes back afterwards. */
export async function readOrSignIn<T>(ask: (api: Api) => Parameters<typeof read<T>>[0]): Promise<T> {
  // Without a session the answer is known; nobody need be asked.
  if (!(await cookies()).has(SESSION_COOKIE)) return leaveForSignIn(false);
  try {
    return await read(ask(await serverApi()));
  } catch (error) {
    if (isUnauthenticated(error)) return leaveForSignIn(true);
    throw error;
  }
}

async function leaveForSignIn(expired: boolean): Promise<never> {
  const wanted = (await headers()).get(PATH_HEADER) ?? "/today";
  redirect(signInPath(wanted, expired));
}
