// Keeps the focus inside a layer that lies over the page.
import { tabbable } from "tabbable";
import { isByFinger } from "@/lib/by-finger";

/** Ends with what it gives back. */
export function keepFocusInside(layer: HTMLElement): () => void {
  let latest = layer;
  const onFocus = ({ target }: FocusEvent): void => {
    if (!(target instanceof HTMLElement)) return;
    if (layer.contains(target)) latest = target;
    // What lies above it, in the browser's top layer as it does, may have it.
    else if (target.closest("[popover]") === null) (latest.isConnected ? latest : layer).focus({ preventScroll: true });
  };
  document.addEventListener("focusin", onFocus);
  return () => document.removeEventListener("focusin", onFocus);
}

/** For the Tab key: what comes after the last that it leads to is the first, and the other way around. */
export function tabAround(layer: HTMLElement, event: Pick<KeyboardEvent, "shiftKey" | "preventDefault">): void {
  const stops = tabbable(layer);
  const [first = layer, last = layer] = [stops[0], stops.at(-1)];
  const focused = document.activeElement;
  const leaves = event.shiftKey ? focused === first || focused === layer : focused === last;
  if (!leaves) return;
  event.preventDefault();
  (event.shiftKey ? last : first).focus();
}

const WRITABLE = 'input:not([readonly], [hidden], [type="radio"]), textarea:not([readonly])';

/** What a layer is opened for: to write in it, if there is anything to write in. Not with a finger where most that come
    want to look or to choose: the keyboard of the screen would cover just that. */
export function focusFirst(layer: HTMLElement): void {
  const field = layer.querySelector<HTMLElement>(WRITABLE);
  if (field?.closest("[data-look-first]") != null && isByFinger()) layer.focus();
  else (field ?? tabbable(layer)[0] ?? layer).focus();
}
