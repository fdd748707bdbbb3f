// Spans of time, in words. Pure.
import type { Texts } from "@/lib/texts/translate";

const MINUTES = { day: 1440, hour: 60 };

/** "45 minutes", "2 hours", "1 hour 30 minutes", "1 day". */
export function durationWords(minutes: number, { t }: Pick<Texts, "t">): string {
  if (minutes > 0 && minutes % MINUTES.day === 0) return t("tasks.days", { count: minutes / MINUTES.day });
  const hours = Math.floor(minutes / MINUTES.hour);
  const rest = minutes % MINUTES.hour;
  const words = [
    ...(hours > 0 ? [t("tasks.hours", { count: hours })] : []),
    ...(rest > 0 || hours === 0 ? [t("tasks.minutes", { count: rest })] : []),
  ];
  return words.join(" ");
}
