// What there is to say about the connection: whether there is one, how much waits, what was refused.
import { storeOf, useStore } from "@/lib/store";
import type { Refused } from "./send-waiting";

export interface OfflineStatus {
  online: boolean;
  waiting: number;
  sending: boolean;
  refused: readonly Refused[];
}

const FINE: OfflineStatus = { online: true, waiting: 0, sending: false, refused: [] };
const status = storeOf(FINE);

export function changeStatus(change: Partial<OfflineStatus>): void {
  status.set({ ...status.get(), ...change });
}

export const offlineStatus: () => OfflineStatus = status.get;

export function useOfflineStatus(): OfflineStatus {
  return useStore(status, (now) => now, FINE);
}
