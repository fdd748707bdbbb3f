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

export function describeProblem(problem: Problem, { t, has }: Pick<Texts, "t" | "has">): string {
  const key = `problem.${slugOf(problem)}`;
  return has(key) ? (t as (key: TextKey) => string)(key) : problem.detail;
}

function slugOf(problem: Problem): string {
  return problem.type.replace(TYPE_PREFIX, "");
}

function isProblem(body: unknown): body is Problem {
  if (typeof body !== "object" || body === null) return false;
  return "type" in body && "detail" in body && "status" in body && typeof body.detail === "string";
}
