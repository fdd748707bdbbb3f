// What could be written next in a filter: the words of the language, and names of projects and labels. Pure.

import { folded } from "@/lib/folded";

export interface Names {
  projects: readonly string[];
  labels: readonly string[];
}

export interface Completion {
  /** What it is replaced with. */
  text: string;
  start: number;
  end: number;
}

const WORDS = [
  "today",
  "tomorrow",
  "overdue",
  "next 7 days",
  "no date",
  "no time",
  "recurring",
  "p1",
  "p2",
  "p3",
  "p4",
  "no labels",
  "no section",
  "subtask",
  "no deadline",
  "due before: ",
  "due after: ",
  "deadline before: ",
  "created before: ",
  "completed after: ",
  "search: ",
  "done",
  "all",
];
const MOST = 7;
const JOINS = /[&|!(),]/;

/**
 * Completions of the condition at the caret, best first; none where nothing has been begun unless it is all there is.
 * What stands behind the caret is replaced as far as it is part of the same words.
 */
export function completionsAt(text: string, caret: number, names: Names): Completion[] {
  const start = startOfCondition(text, caret);
  const begun = text.slice(start, caret);
  const candidates = [
    ...WORDS,
    ...names.projects.map((name) => `#${quoted(name)}`),
    ...names.labels.map((name) => `@${quoted(name)}`),
  ];
  if (isComplete(text.slice(0, caret), begun, candidates)) return joinsAt(text, caret);
  const wanted = fold(begun);
  const bare = wanted.replace(/^[#@]+/, "");
  const found = candidates.filter((candidate) => {
    const plain = fold(candidate);
    if (plain === wanted) return false;
    if (plain.startsWith(wanted)) return true;
    // A name is also found by a word in it, once its sign is there.
    return bare !== "" && /^[#@]/.test(begun) && plain.startsWith(wanted.charAt(0)) && plain.includes(` ${bare}`);
  });
  return found
    .map((candidate) => ({ text: candidate, start, end: endOf(candidate, text, start, caret) }))
    .filter(({ text: candidate, end }) => candidate !== text.slice(start, end))
    .slice(0, MOST);
}

/** Behind a bracket that closes, or a space after a condition, only a join can follow. */
function isComplete(before: string, begun: string, candidates: readonly string[]): boolean {
  if (/\)\s*$/.test(before)) return true;
  return /\s$/.test(begun) && candidates.some((candidate) => fold(candidate) === fold(begun.trimEnd()));
}

function joinsAt(text: string, caret: number): Completion[] {
  if (/^\s*[&|)]/.test(text.slice(caret))) return [];
  const start = text.slice(0, caret).trimEnd().length;
  return [" & ", " | "].map((join) => ({ text: join, start, end: caret }));
}

export function complete(text: string, { text: chosen, start, end }: Completion): { text: string; caret: number } {
  return { text: text.slice(0, start) + chosen + text.slice(end), caret: start + chosen.length };
}

function startOfCondition(text: string, caret: number): number {
  let at = caret;
  while (at > 0 && !JOINS.test(text.charAt(at - 1))) at -= 1;
  while (at < caret && text.charAt(at) === " ") at += 1;
  return at;
}

/** Behind the caret: what the candidate would put there anyway, then the rest of the word. */
function endOf(candidate: string, text: string, start: number, caret: number): number {
  let end = caret;
  for (const sign of candidate.slice(caret - start)) {
    if (fold(sign) !== fold(text.charAt(end))) break;
    end += 1;
  }
  if (end === caret && text.charAt(caret - 1) === " ") return end;
  while (end < text.length && text.charAt(end) !== " " && !JOINS.test(text.charAt(end))) end += 1;
  return end;
}

/** With a sign of the language in it, a name stands in quotes. */
function quoted(name: string): string {
  return /[&|!(),"\\*]/.test(name) ? `"${name.replace(/["\\]/g, "\\$&")}"` : name;
}

/** Quotes do not count. */
function fold(text: string): string {
  return folded(text).replaceAll('"', "");
}
