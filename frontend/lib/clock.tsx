"use client";
// "Now" for everything on a page that depends on it. The server's moment is used until the page is alive, so that both
// render the same; then it moves on by itself.
import { createContext, type JSX, type ReactNode, use, useEffect, useMemo, useState } from "react";
import { type Day, type HourCycle, type Time, wallClock } from "./dates";

export interface Clock {
  zone: string;
  today: Day;
  time: Time;
  /** By which clock times are said; what is kept and compared is always the one of 24 hours. */
  hourCycle: HourCycle;
}

const TICK_MS = 20_000;
const ClockContext = createContext<Clock | null>(null);

export function useClock(): Clock {
  const clock = use(ClockContext);
  if (clock === null) throw new Error("useClock needs a ClockProvider above it");
  return clock;
}

interface ClockProviderProps {
  zone: string;
  hourCycle?: HourCycle;
  /** The server's moment, RFC 3339. */
  startedAt: string;
  children: ReactNode;
}

export function ClockProvider({ zone, hourCycle = "h23", startedAt, children }: ClockProviderProps): JSX.Element {
  const now = useNow(startedAt);
  const { day, time } = wallClock(now, zone);
  const clock = useMemo(() => ({ zone, today: day, time, hourCycle }), [zone, day, time, hourCycle]);
  return <ClockContext value={clock}>{children}</ClockContext>;
}

function useNow(startedAt: string): string {
  const [now, setNow] = useState(startedAt);
  useEffect(() => {
    const tick = (): void => setNow(new Date().toISOString());
    const timer = setInterval(tick, TICK_MS);
    // A laptop that was asleep over midnight should not greet with yesterday.
    document.addEventListener("visibilitychange", tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", tick);
    };
  }, []);
  return now;
}
