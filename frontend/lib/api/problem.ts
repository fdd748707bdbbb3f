// Failed requests as one typed error: what the server said (RFC 9457), or that it could not be reached.
import type { TextKey } from "@/lib/texts/catalogue";
import type { Texts } from "@/lib/texts/translate";
import type { Problem } from "./types";

const TYPE_PREFIX = "urn:todo:problem:";
const UNREACHABLE: Problem = {
  type: `${TYPE_PREFIX}unreachable`,
  title: "Unreachable",
  status: 0,
  detail: "The server can’t be reached. Check your connection and try again.",
};
const MOST_REASONS = 3;
const UNEXPECTED = "Something went wrong on the server. Try again in a moment.";

export class ProblemError extends Error {
  override readonly name = "ProblemError";

  constructor(readonly problem: Problem) {
    super(problem.detail);
  }

  /** HTTP status; 0 when no answer came at all. */
  get status(): number {
    return this.problem.status;
  }

  /** The last part of the problem's type, such as `stale-version`. */
  get slug(): string {
    return slugOf(this.problem);
  }

  /** What is wrong with one field of the body, if anything. */
  fieldMessage(field: string): string | undefined {
    return this.problem.errors?.find((error) => error.location.at(-1) === field)?.message;
  }
}

/** The error for an answer that is not a success; `body` is whatever it carried. */
export function toProblemError(status: number, body: unknown): ProblemError {
  if (isProblem(body)) return new ProblemError(body);
  return new ProblemError({ type: `${TYPE_PREFIX}unexpected`, title: "Error", status, detail: UNEXPECTED });
}

/** The error for an answer that ended too early. */
export function brokenOff(): ProblemError {
  return new ProblemError({ ...UNREACHABLE, type: `${TYPE_PREFIX}broken-off` });
}

/** The same error where what was not found can only be the conversation. */
export function noSuchConversation(error: ProblemError): ProblemError {
  return error.slug === "not-found" ? new ProblemError({ ...error.problem, type: `${TYPE_PREFIX}no-such-conversation` }) : error;
}

/** The error for a request that got no answer. */
export function unreachable(): ProblemError {
  return new ProblemError(UNREACHABLE);
}

export function isUnauthenticated(error: unknown): boolean {
  return error instanceof ProblemError && error.status === 401 && error.slug !== "wrong-credentials";
}

/** One sentence for a person: ours where the trouble is on the way to the server, else what the server said. */
export function describeError(error: unknown, texts: Pick<Texts, "t" | "has">): string {
  return error instanceof ProblemError ? describeProblem(error.problem, texts) : texts.t("problem.unexpected");
}

export function describeProblem(problem: Problem, texts: Pick<Texts, "t" | "has">): string {
  const key = `problem.${slugOf(problem)}`;
  if (texts.has(key)) return (texts.t as Say)(key);
  // Some have a reason, and what its text names.
  const { reason, values } = problem as { reason?: unknown; values?: unknown };
  const reasonKey = `${key}.${String(reason)}`;
  if (texts.has(reasonKey)) return (texts.t as Say)(reasonKey, (values ?? {}) as Record<string, string>);
  const conflicts = Array.isArray(problem.conflicts) ? (problem.conflicts as Conflict[]) : [];
  return describeConflicts(conflicts, texts) ?? problem.detail;
}

type Say = (key: TextKey, values?: Record<string, string>) => string;

interface Conflict {
  code: string;
  title: string;
}

/** What stands in the way of an undo; nothing where there is a reason that we have no words for. */
function describeConflicts(conflicts: readonly Conflict[], { t, has }: Pick<Texts, "t" | "has">): string | null {
  if (conflicts.length === 0) return null;
  const reasons: string[] = [];
  for (const { code, title } of conflicts.slice(0, MOST_REASONS)) {
    const key = `conflict.${code}`;
    if (!has(key)) return null;
    reasons.push((t as Say)(key, { title }));
  }
  return t("conflict.notUndone", { reasons: reasons.join("; ") });
}

function slugOf(problem: Problem): string {
  return problem.type.replace(TYPE_PREFIX, "");
}

function isProblem(body: unknown): body is Problem {
  if (typeof body !== "object" || body === null) return false;
  return "type" in body && "detail" in body && "status" in body && typeof body.detail === "string";
}
