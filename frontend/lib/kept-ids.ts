// A choice of things that this device remembers, also when the page is opened anew.
import { type Store, storeOf } from "./store";

export interface KeptIds extends Store<ReadonlySet<string>> {
  toggle: (id: string) => void;
}

export const NO_IDS: ReadonlySet<string> = new Set();

/** Of one kind of things, under a `key` of its own in the browser's storage. Nothing is known on the server. */
export function keptIds(key: string): KeptIds {
  const stored = typeof window === "undefined" ? null : window.localStorage.getItem(key);
  const store = storeOf<ReadonlySet<string>>(new Set(stored?.split(" ").filter(Boolean)));
  const toggle = (id: string): void => {
    const next = new Set(store.get());
    if (!next.delete(id)) next.add(id);
    window.localStorage.setItem(key, [...next].join(" "));
    store.set(next);
  };
  return { ...store, toggle };
}
