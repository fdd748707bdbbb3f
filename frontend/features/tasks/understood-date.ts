// A date or a rule in a person's own words, as the server reads it.
import { useQuery } from "@tanstack/react-query";
import { api, read } from "@/lib/api/client";
import type { QuickAddPreview } from "@/lib/api/types";
import { useClock } from "@/lib/clock";
import { useTexts } from "@/lib/texts/texts-provider";
import { useDebounced } from "@/lib/use-debounced";
import type { Picked } from "./date-picker";
import { describeDue, type Due, dueOf } from "./due";
import { durationWords } from "./duration";
import { describeRule, type Rule } from "./rule-words";

export interface UnderstoodDate {
  /** Null while nothing is understood. */
  picked: Picked | null;
  rule: Rule | null;
  /** The server has not said yet. */
  isReading: boolean;
  /** What it is in other words. */
  words: string | null;
}

const NOTHING: UnderstoodDate = { picked: null, rule: null, isReading: false, words: null };
const DELAY_MS = 120;

export function useUnderstoodDate(text: string): UnderstoodDate {
  const texts = useTexts();
  const clock = useClock();
  const settled = useDebounced(text.trim(), DELAY_MS);
  const { data, isError } = useQuery({
    queryKey: ["understood-date", settled],
    // A line needs a title: the words of a date alone would be one.
    queryFn: ({ signal }) => read(api.POST("/api/quick-add/preview", { body: { text: `x ${settled}` }, signal })),
    enabled: settled !== "",
    gcTime: 10_000,
    retry: false,
  });
  if (text.trim() === "" || isError) return NOTHING;
  if (data === undefined || settled !== text.trim()) return { ...NOTHING, isReading: true };
  const due = dueOf(data, clock.zone);
  const isNone = saysNoDate(data, due);
  const dueWords = due !== null ? describeDue(due, clock, texts) : isNone ? texts.t("tasks.dateTakenAway") : null;
  const rule = data.recurrence;
  const ruleWords = rule === null ? null : describeRule(rule, clock.today, texts);
  const long = data.duration_minutes === null ? null : durationWords(data.duration_minutes, texts);
  const words = [dueWords, ruleWords, long].filter((part) => part !== null).join(" · ");
  // What stands beside the date would be lost.
  if (data.title !== "x" || words === "") return NOTHING;
  const picked = { ...toPicked(data, due), ...(isNone ? { day: null } : {}) };
  return { picked, rule: picked.rule ?? null, isReading: false, words };
}

/** "No date", in whichever language: words of a date that give none. */
function saysNoDate({ spans, recurrence }: QuickAddPreview, due: Due | null): boolean {
  return due === null && recurrence === null && spans.some(({ kind }) => kind === "date");
}

function toPicked({ recurrence, duration_minutes }: QuickAddPreview, due: Due | null): Picked {
  return {
    ...(due ?? {}),
    ...(recurrence === null ? {} : { rule: { rule: recurrence.rule, anchor: recurrence.anchor } }),
    ...(duration_minutes === null ? {} : { durationMinutes: duration_minutes }),
  };
}
