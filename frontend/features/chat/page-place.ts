// Where the conversation is shown as a page of its own, while that page is open. It stays one conversation: what was
// begun beside another page goes on there.
import { useSyncExternalStore } from "react";

let place: HTMLElement | null = null;
const readers = new Set<() => void>();

export function setPagePlace(element: HTMLElement | null): void {
  place = element;
  for (const tell of readers) tell();
}

export function usePagePlace(): HTMLElement | null {
  return useSyncExternalStore(
    subscribe,
    () => place,
    () => null,
  );
}

function subscribe(tell: () => void): () => void {
  readers.add(tell);
  return () => readers.delete(tell);
}
