// State outside of the tree of components: only who asks for it is drawn anew, and only when what was chosen is another.
import { useSyncExternalStore } from "react";

export interface Store<Value> {
  get: () => Value;
  set: (next: Value) => void;
  /** For `useSyncExternalStore`. Gives back how to stop. */
  subscribe: (listener: () => void) => () => void;
}

export function storeOf<Value>(initial: Value): Store<Value> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set: (next) => {
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** What is chosen of a store; `atFirst` on the server and until the page has come alive. */
export function useStore<Value, Chosen>(store: Store<Value>, choose: (value: Value) => Chosen, atFirst: Chosen): Chosen {
  return useSyncExternalStore(
    store.subscribe,
    () => choose(store.get()),
    () => atFirst,
  );
}
