"use client";
// When something happened, as settings say it.
import { useClock } from "@/lib/clock";
import { describeDay, wallClock } from "@/lib/dates";
import { useTexts } from "@/lib/texts/texts-provider";

/** "Today", "12 Nov", in the person's zone. */
export function useDayOf(): (moment: string) => string {
  const texts = useTexts();
  const clock = useClock();
  return (moment) => describeDay(wallClock(moment, clock.zone).day, clock.today, texts);
}
