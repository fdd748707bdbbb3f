// Which tasks are selected, to act on all of them at once. It belongs to the page: with another page it is gone.
import { useCallback, useSyncExternalStore } from "react";

type Listener = () => void;

const EMPTY: ReadonlySet<string> = new Set();
let selected: ReadonlySet<string> = EMPTY;
const listeners = new Set<Listener>();

function set(next: ReadonlySet<string>): void {
  selected = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const selection = {
  get: (): ReadonlySet<string> => selected,
  has: (id: string): boolean => selected.has(id),
  toggle: (id: string): void => {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    set(next);
  },
  add: (ids: Iterable<string>): void => set(new Set([...selected, ...ids])),
  clear: (): void => {
    if (selected.size > 0) set(EMPTY);
  },
};

export function useIsSelected(id: string): boolean {
  const get = useCallback(() => selected.has(id), [id]);
  return useSyncExternalStore(subscribe, get, () => false);
}

export function useSelection(): ReadonlySet<string> {
  return useSyncExternalStore(subscribe, selection.get, () => EMPTY);
}

export function useIsSelecting(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => selected.size > 0,
    () => false,
  );
}
