// Which sections are folded away on this device.
import { useCallback, useSyncExternalStore } from "react";

const KEY = "folded-sections";
const listeners = new Set<() => void>();
let known: ReadonlySet<string> | null = null;
const NONE: ReadonlySet<string> = new Set();

function stored(): ReadonlySet<string> {
  known ??= new Set((window.localStorage.getItem(KEY) ?? "").split(" ").filter(Boolean));
  return known;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useFoldedSections(): [ReadonlySet<string>, (id: string) => void] {
  const folded = useSyncExternalStore(subscribe, stored, () => NONE);
  const toggle = useCallback((id: string) => {
    const next = new Set(stored());
    if (!next.delete(id)) next.add(id);
    known = next;
    window.localStorage.setItem(KEY, [...next].join(" "));
    for (const listener of listeners) listener();
  }, []);
  return [folded, toggle];
}
