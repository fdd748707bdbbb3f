// What was done to a thing, in words, as precisely as the change log tells it. Pure.
import { describeDue, dueOf } from "@/features/tasks/due";
import { durationWords } from "@/features/tasks/duration";
import { priorityKey } from "@/features/tasks/priority";
import { describeRule, type Rule } from "@/features/tasks/rule-words";
import { shorten } from "@/features/tasks/shorten";
import type { Activity } from "@/lib/api/types";
import type { Clock } from "@/lib/clock";
import { type Day, describeDay } from "@/lib/dates";
import type { TextKey } from "@/lib/texts/catalogue";
import type { Texts } from "@/lib/texts/translate";
import { fieldNames } from "./field-names";

export interface Told {
  kind: Activity["kind"];
  /** Left out where it is not known. */
  fields?: readonly Activity["fields"][number][];
}

/** What ids and days are called. */
export interface Known {
  clock: Clock;
  projects: ReadonlyMap<string, string>;
  labels: ReadonlyMap<string, string>;
}

interface Pair {
  before: unknown;
  after: unknown;
}

interface Telling extends Known {
  texts: Texts;
}

/** Each thing that was done; none where it is known only that something was. */
export function deedsOf({ kind, fields = [] }: Told, known: Known, texts: Texts): string[] {
  if (kind !== "update") return [texts.t(`activity.${kind}`)];
  const telling = { ...known, texts };
  const pairs = new Map<string, Pair>(fields.map(({ name, before, after }) => [name, { before, after }]));
  const deeds = [...pairs].map(([name, pair]) => deedOf(name, pair, pairs, telling));
  const others = fieldNames([...pairs.keys()].filter((_, index) => deeds[index] === undefined), texts);
  const rest = others === "" ? [] : [`${texts.t("activity.update")}: ${others}`];
  return [...new Set([...deeds.filter((deed) => typeof deed === "string"), ...rest])];
}

/** Null for what another field tells already, undefined for what has no words of its own. */
function deedOf(name: string, pair: Pair, all: ReadonlyMap<string, Pair>, telling: Telling): string | null | undefined {
  if (name === "due_date" || name === "due_at") return due(all, telling);
  return Object.hasOwn(DEEDS, name) ? DEEDS[name]?.(pair, telling) : undefined;
}

type Deed = (pair: Pair, telling: Telling) => string | null | undefined;

const DEEDS: Partial<Record<string, Deed>> = {
  completed_at: ({ after }, { texts: { t } }) => t(after === null ? "activity.reopened" : "activity.completed"),
  // One that recurs is due again instead.
  completion_count: ({ before, after }, { texts: { t } }) =>
    t(Number(after) < Number(before) ? "activity.reopened" : "activity.completed"),
  archived_at: ({ after }, { texts: { t } }) => t(after === null ? "activity.unarchived" : "activity.archived"),
  is_favorite: ({ after }, { texts: { t } }) => t(after === true ? "activity.favorite" : "activity.unfavorite"),
  title: renamed,
  name: renamed,
  project_id: movedBetween,
  section_id: moved,
  parent_id: moved,
  priority: fromTo("tasks.priorityLabel", (value, { texts: { t } }) => t(priorityKey(Number(value)))),
  duration_minutes: fromTo("tasks.duration", (value, { texts }) => durationWords(Number(value), texts)),
  deadline: fromTo("tasks.deadline", (value, { clock, texts }) => describeDay(value as Day, clock.today, texts)),
  label_ids: labels,
  recurrence: recurs,
  // The due date tells it.
  time_zone: () => null,
};

function due(all: ReadonlyMap<string, Pair>, { clock, texts }: Telling): string | undefined {
  const words = (side: keyof Pair): string | null => {
    const value = (name: string): string | null => (all.get(name)?.[side] ?? null) as string | null;
    const when = dueOf({ due_date: value("due_date"), due_at: value("due_at") }, clock.zone);
    return when === null ? null : describeDue(when, clock, texts);
  };
  return between("activity.due", words("before"), words("after"), texts);
}

function renamed({ before }: Pair, { texts: { t } }: Telling): string | undefined {
  return typeof before === "string" ? t("activity.renamed", { before: shorten(before) }) : undefined;
}

function moved(_: Pair, { texts: { t } }: Telling): string {
  return t("activity.moved");
}

function movedBetween({ before, after }: Pair, { projects, texts: { t } }: Telling): string {
  const [from, to] = [projects.get(String(before)), projects.get(String(after))];
  if (to === undefined) return t("activity.moved");
  return from === undefined ? t("activity.movedTo", { after: to }) : t("activity.movedFromTo", { before: from, after: to });
}

function labels({ before, after }: Pair, { labels: names, texts }: Telling): string | undefined {
  if (!Array.isArray(before) || !Array.isArray(after)) return undefined;
  const words = (ids: unknown[]): string | null => {
    const known = ids.map((id) => names.get(String(id))).filter((name) => name !== undefined);
    return known.length === 0 ? null : known.join(", ");
  };
  const [from, to] = [words(before), words(after)];
  return between("tasks.labels", from, to, texts);
}

/** Of a rule only what people see: not from which occurrence on it counts. */
function recurs({ before, after }: Pair, { clock, texts }: Telling): string | null | undefined {
  const words = (rule: unknown): string | null => (rule === null ? null : describeRule(rule as Rule, clock.today, texts));
  const [from, to] = [words(before), words(after)];
  if (from === to) return null;
  return to === null ? texts.t("activity.repeatsNoMore") : between("rules.label", from, to, texts);
}

type Label = Extract<TextKey, "tasks.priorityLabel" | "tasks.duration" | "tasks.deadline" | "activity.due" | "tasks.labels" | "rules.label">;

function fromTo(label: Label, say: (value: unknown, telling: Telling) => string): Deed {
  return ({ before, after }, telling) => {
    const words = (value: unknown): string | null => (value === null ? null : say(value, telling));
    return between(label, words(before), words(after), telling.texts);
  };
}

/** Undefined where both are the same: the values are not known. */
function between(label: Label, before: string | null, after: string | null, { t }: Texts): string | undefined {
  if (before === after) return undefined;
  const name = t(label);
  if (after === null) return t("activity.removed", { name });
  return before === null ? t("activity.set", { name, after }) : t("activity.fromTo", { name, before, after });
}
