// Where the conversation is shown as a page of its own, while that page is open. It stays one conversation: what was
// begun beside another page goes on there.
import { useLayoutEffect, useSyncExternalStore } from "react";

let place: HTMLElement | null = null;
let taken = false;
const readers = new Set<() => void>();

export function setPagePlace(element: HTMLElement | null): void {
  place = element;
  tellAll();
}

export function usePagePlace(): HTMLElement | null {
  return useSyncExternalStore(
    subscribe,
    () => place,
    () => null,
  );
}

/** For what is shown in the place: the page shows something in its stead until then. */
export function useTakingPagePlace(): void {
  useLayoutEffect(() => {
    setTaken(true);
    return () => setTaken(false);
  }, []);
}

export function useIsPagePlaceTaken(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => taken,
    () => false,
  );
}

function setTaken(now: boolean): void {
  taken = now;
  tellAll();
}

function tellAll(): void {
  for (const tell of readers) tell();
}

function subscribe(tell: () => void): () => void {
  readers.add(tell);
  return () => readers.delete(tell);
}
