// Names of projects and labels that could be meant by what is being written after # or @. Pure.

import { folded } from "@/lib/folded";

export interface Named {
  /** `create`: there is no such project yet. */
  kind: "project" | "label" | "create";
  name: string;
}

export interface NamesAt {
  offered: Named[];
  /** Whether the first of them is what is most likely meant; what was written in full is not made another one. */
  likely: boolean;
  /** What is replaced. */
  start: number;
  end: number;
}

export interface KnownNames {
  projects: readonly string[];
  labels: readonly string[];
}

const MOST = 6;
const LONGEST = 60;
const NOTHING: NamesAt = { offered: [], likely: false, start: 0, end: 0 };

/** What may be meant at the caret; nothing where no name is being written. */
export function namesAt(text: string, caret: number, { projects, labels }: KnownNames): NamesAt {
  const start = signBefore(text, caret);
  if (start === null) return NOTHING;
  const begun = text.slice(start + 1, caret);
  const kind = text.charAt(start) === "#" ? "project" : "label";
  const found = matching(kind === "project" ? projects : labels, begun);
  const exact = found.some((name) => folded(name) === folded(begun));
  // One that is there in full needs no help, unless another one begins with it.
  const others = found.filter((name) => folded(name) !== folded(begun)).slice(0, MOST);
  const offered: Named[] = others.map((name) => ({ kind, name }));
  const isNew = kind === "project" && found.length === 0 && /^[\p{L}\p{N}]/u.test(begun) && !/\s/.test(begun);
  if (isNew) offered.push({ kind: "create", name: begun });
  return { offered, likely: begun !== "" && !exact && others.length > 0, start, end: endOfWord(text, caret) };
}

/** The line with the name written in full, and where the caret stands then: behind it and a space. */
export function withName(text: string, { start, end }: NamesAt, { kind, name }: Named): { text: string; caret: number } {
  const written = `${kind === "label" ? "@" : "#"}${quotedName(name)} `;
  return { text: text.slice(0, start) + written + text.slice(end).trimStart(), caret: start + written.length };
}

/** Where the sign of the name stands that the caret is in. */
function signBefore(text: string, caret: number): number | null {
  for (let at = caret - 1; at >= 0 && caret - at <= LONGEST; at -= 1) {
    const sign = text.charAt(at);
    if ((sign === "#" || sign === "@") && (at === 0 || /\s/.test(text.charAt(at - 1)))) return at;
  }
  return null;
}

/** Those that begin with it, then those in which a later word does. */
function matching(names: readonly string[], begun: string): string[] {
  const wanted = folded(begun);
  const first = names.filter((name) => folded(name).startsWith(wanted));
  return [...first, ...names.filter((name) => !first.includes(name) && folded(name).includes(` ${wanted}`))];
}

/** What stands behind the caret without a space is part of the same word. */
function endOfWord(text: string, caret: number): number {
  const rest = /^\S*/.exec(text.slice(caret))?.[0] ?? "";
  return caret + rest.length;
}

/** With a sign in it that means something, a name stands in quotes. */
export function quotedName(name: string): string {
  return /[#@/!]/.test(name) ? `"${name}"` : name;
}
