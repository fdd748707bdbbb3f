// How much a command changed, in words: "10,000 tasks, 20 projects".
import type { ChangeGroup } from "@/lib/api/types";
import type { Texts } from "@/lib/texts/translate";

type Change = ChangeGroup["changes"][number];
type Entity = ChangeGroup["counts"][number]["entity"];

const WORDS = {
  task: "transfer.count.tasks",
  project: "transfer.count.projects",
  section: "transfer.count.sections",
  label: "transfer.count.labels",
  saved_filter: "transfer.count.filters",
  reminder: "transfer.count.reminders",
} as const;

/** What a thing is called; a reminder has no name. */
export function titleOf({ entity, title }: Pick<Change, "entity" | "title">, t: Texts["t"]): string {
  return entity === "reminder" ? t("activity.reminder") : title;
}

/** What there is most of comes first. */
export function describeAmounts({ counts }: Pick<ChangeGroup, "counts">, { t }: Texts): string {
  const sums = new Map<Entity, number>();
  for (const { entity, count } of counts) sums.set(entity, (sums.get(entity) ?? 0) + count);
  return Array.from(sums)
    .sort(([, first], [, second]) => second - first)
    .map(([entity, count]) => t(WORDS[entity], { count }))
    .join(", ");
}

/** Whether things were made, changed or taken away, in the order in which that began. */
export function kindsOf({ counts }: Pick<ChangeGroup, "counts">): ("create" | "update" | "delete")[] {
  return [...new Set(counts.map(({ kind }) => kind))];
}
