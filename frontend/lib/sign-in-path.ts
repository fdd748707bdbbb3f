// Where to sign in, and where to go on afterwards.

/** Request header in which the page's own address reaches server components. */
export const PATH_HEADER = "x-todo-path";
const HOME = "/today";

export function signInPath(wanted: string, expired: boolean): string {
  const query = new URLSearchParams();
  if (wanted !== HOME && wanted !== "/") query.set("next", wanted);
  if (expired) query.set("reason", "expired");
  return query.size > 0 ? `/sign-in?${query.toString()}` : "/sign-in";
}

/** The other of signing in and signing up, with what is wanted afterwards. */
export function otherWay(path: "/sign-in" | "/sign-up", wanted: string | undefined): string {
  return wanted === undefined ? path : `${path}?next=${encodeURIComponent(wanted)}`;
}

/** The wanted address if it is a page of ours, else home: a link must not send people elsewhere after they sign in. */
export function safeNext(wanted: string | undefined): string {
  const base = "http://todo.invalid";
  if (!wanted?.startsWith("/") || !URL.canParse(wanted, base)) return HOME;
  const url = new URL(wanted, base);
  return url.origin === base && !url.pathname.startsWith("//") ? url.pathname + url.search : HOME;
}
