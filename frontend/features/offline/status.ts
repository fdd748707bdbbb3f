// What there is to say about the connection: whether there is one, how much waits, what was refused.
import { useSyncExternalStore } from "react";
import type { Refused } from "./send-waiting";

export interface OfflineStatus {
  online: boolean;
  waiting: number;
  sending: boolean;
  refused: readonly Refused[];
}

const FINE: OfflineStatus = { online: true, waiting: 0, sending: false, refused: [] };
let status = FINE;
const readers = new Set<() => void>();

export function changeStatus(change: Partial<OfflineStatus>): void {
  status = { ...status, ...change };
  for (const tell of readers) tell();
}

export function offlineStatus(): OfflineStatus {
  return status;
}

export function useOfflineStatus(): OfflineStatus {
  return useSyncExternalStore(
    (tell) => {
      readers.add(tell);
      return () => readers.delete(tell);
    },
    () => status,
    () => FINE,
  );
}
