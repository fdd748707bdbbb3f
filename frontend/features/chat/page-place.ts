// Where the conversation is shown as a page of its own, while that page is open. It stays one conversation: what was
// begun beside another page goes on there.
import { useLayoutEffect } from "react";
import { storeOf, useStore } from "@/lib/store";

const place = storeOf<HTMLElement | null>(null);
const taken = storeOf(false);

export const setPagePlace: (element: HTMLElement | null) => void = place.set;

export function usePagePlace(): HTMLElement | null {
  return useStore(place, (element) => element, null);
}

/** For what is shown in the place: the page shows something in its stead until then. */
export function useTakingPagePlace(): void {
  useLayoutEffect(() => {
    taken.set(true);
    return () => taken.set(false);
  }, []);
}

export function useIsPagePlaceTaken(): boolean {
  return useStore(taken, (now) => now, false);
}
