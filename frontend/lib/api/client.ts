// The typed API client of the browser, and how an answer is taken apart. Same origin; the cookie goes along by itself.
import { sendThrough } from "./detour";
import { type Api, createApi } from "./fetch-client";
import { noteOwnChange } from "./own-changes";
import { toProblemError, unreachable } from "./problem";

export type { Api } from "./fetch-client";

export interface Written<T> {
  data: T;
  /** Pass it to undo; null when nothing changed. */
  changeGroup: string | null;
}

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

// Tests in Node have no page; there any origin will do.
const origin = typeof window === "undefined" ? "http://localhost" : window.location.origin;

export const api: Api = createApi({
  baseUrl: origin,
  // Looked up at each call, so that tests can put their own in place.
  fetch: (request) => sendThrough(request, (sent) => globalThis.fetch(sent)),
});

/** The data of a success; anything else is thrown as a ProblemError. */
export async function read<T>(call: Promise<Answer<T>>): Promise<T> {
  return (await written(call)).data;
}

/** The data of a write together with the change group that undoes it. */
export async function written<T>(call: Promise<Answer<T>>): Promise<Written<T>> {
  const answer = await call.catch((error: unknown) => {
    throw isAbort(error) ? error : unreachable();
  });
  if (!answer.response.ok) throw toProblemError(answer.response.status, answer.error);
  const changeGroup = answer.response.headers.get("Change-Group");
  noteOwnChange(changeGroup);
  return { data: answer.data as T, changeGroup };
}

function isAbort(error: unknown): boolean {
  return typeof error === "object" && error !== null && "name" in error && error.name === "AbortError";
}
