// Which tasks are selected, to act on all of them at once. It belongs to the page: with another page it is gone.
import { useCallback, useSyncExternalStore } from "react";
import { storeOf, useStore } from "@/lib/store";

const EMPTY: ReadonlySet<string> = new Set();
const selected = storeOf(EMPTY);

export const selection = {
  get: selected.get,
  has: (id: string): boolean => selected.get().has(id),
  toggle: (id: string): void => {
    const next = new Set(selected.get());
    if (!next.delete(id)) next.add(id);
    selected.set(next);
  },
  add: (ids: Iterable<string>): void => selected.set(new Set([...selected.get(), ...ids])),
  clear: (): void => {
    if (selected.get().size > 0) selected.set(EMPTY);
  },
};

/** Asked by each row of a list: its question stays the same one, which costs a row drawn anew nothing. */
export function useIsSelected(id: string): boolean {
  const get = useCallback(() => selection.has(id), [id]);
  return useSyncExternalStore(selected.subscribe, get, () => false);
}

export function useSelection(): ReadonlySet<string> {
  return useStore(selected, (all) => all, EMPTY);
}

export function useIsSelecting(): boolean {
  return useStore(selected, ({ size }) => size > 0, false);
}
