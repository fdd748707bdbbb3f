// What was changed elsewhere since this page was opened, for whoever has one of those things open in an editor.
import { useSyncExternalStore } from "react";
import { isOwnChange } from "@/lib/api/own-changes";
import type { LiveChange } from "./events";

const KEPT = 500;
const news = new Map<string, LiveChange>();
const readers = new Set<() => void>();

export function noteNews(changes: readonly LiveChange[]): void {
  for (const change of changes) {
    news.delete(change.entity_id);
    news.set(change.entity_id, change);
  }
  for (const oldest of news.keys()) {
    if (news.size <= KEPT) break;
    news.delete(oldest);
  }
  for (const tell of readers) tell();
}

/** The last change made elsewhere to a thing that is shown in this version; null while there is none. */
export function useNews({ id, version }: { id: string; version: number }): LiveChange | null {
  const latest = useSyncExternalStore(subscribe, () => news.get(id) ?? null, () => null);
  return latest !== null && latest.version > version && !isOwnChange(latest.group) ? latest : null;
}

function subscribe(tell: () => void): () => void {
  readers.add(tell);
  return () => readers.delete(tell);
}
