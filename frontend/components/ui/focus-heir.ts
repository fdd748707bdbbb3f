// Who has the focus once that which had it is gone from the page: what stands where it stood. For whatever goes, for
// whichever reason; browsers leave the focus to nobody, and with it everybody who does not see the page.
import { tabbable } from "tabbable";
import { afterPaint } from "@/lib/after-paint";

/** For each layer, the page being the lowest: where the focus was last, or what stands there now. The topmost comes last. */
type Places = Map<Element, Place>;

interface Place {
  /** What had the focus. */
  last: Element;
  /** That, or what stands there now. */
  at: Element;
}

const LAYER = "[popover]";
const REGION = "main, nav, aside, [role=dialog]";

/** Watches until what it gives back is called. */
export function keepFocusSomewhere(): () => void {
  const places: Places = new Map();
  let cancel = (): void => undefined;
  const note = (): void => {
    const focused = document.activeElement;
    if (focused === null || focused === document.body) return;
    const layer = layerOf(focused);
    places.delete(layer);
    places.set(layer, { last: focused, at: focused });
  };
  // Whoever presses on nothing has left what had the focus.
  const forget = (): void => places.clear();
  const observer = new MutationObserver((records) => {
    for (const place of places.values()) follow(place, records);
    cancel();
    if (isNobodys()) cancel = afterPaint(() => isNobodys() && handOver(places));
  });
  note();
  observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ["disabled"] });
  document.addEventListener("focusin", note);
  document.addEventListener("pointerdown", forget, true);
  return () => {
    cancel();
    observer.disconnect();
    document.removeEventListener("focusin", note);
    document.removeEventListener("pointerdown", forget, true);
  };
}

function isNobodys(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

function layerOf(element: Element): Element {
  return element.closest(LAYER) ?? document.body;
}

/** What has gone is followed by what was put in its place, or what came after it, or before it, or what it was in. */
function follow(place: Place, records: readonly MutationRecord[]): void {
  let gap: MutationRecord | null = null;
  for (const record of records) {
    if (Array.from(record.removedNodes).some((removed) => removed.contains(place.at))) {
      gap = record;
      place.at = [record.nextSibling, record.previousSibling].find(isElement) ?? (record.target as Element);
    } else if (gap !== null && isSameSpot(gap, record)) {
      place.at = Array.from(record.addedNodes).find(isElement) ?? place.at;
    }
  }
  // Only moved.
  if (place.last.isConnected) place.at = place.last;
}

function isElement(node: Node | null): node is Element {
  return node instanceof Element;
}

function isSameSpot(one: MutationRecord, other: MutationRecord): boolean {
  return one.target === other.target && one.nextSibling === other.nextSibling && one.previousSibling === other.previousSibling;
}

function handOver(places: Places): void {
  const hadAny = places.size > 0;
  for (const [layer, { at, last }] of Array.from(places).reverse()) {
    const isOver = !at.isConnected || layerOf(at) !== layer || !layer.checkVisibility();
    // A message that was dealt with leads back to where one came from, not to the next.
    if (isOver || (layer !== document.body && layer.querySelector("[aria-modal]") === null)) {
      places.delete(layer);
      continue;
    }
    // It has the focus again as soon as it may be pressed again.
    if (at.matches(":disabled")) return;
    heirOf(at, last.getAttribute("class"))?.focus();
    return;
  }
  // Opened by a key when nothing had the focus, and closed again.
  if (hadAny) document.querySelector<HTMLElement>("main")?.focus();
}

/** Where there is another with the looks of what had the focus, that is what a person goes on with. */
function heirOf(at: Element, looks: string | null): HTMLElement | null {
  const heading = at.querySelector<HTMLElement>("h1");
  if (heading !== null || at.matches("main")) {
    if (heading !== null) heading.tabIndex = -1;
    return heading;
  }
  const stops = tabbable(at, { includeContainer: true });
  const inIt = stops.find((stop) => stop.getAttribute("class") === looks) ?? stops[0];
  if (inIt instanceof HTMLElement) return inIt;
  const region = at.closest<HTMLElement>(REGION);
  return region === null ? null : nearest(at, region);
}

/** In the smallest of what is around it where there is anything: the first after it, or the last before it. */
function nearest(at: Element, region: HTMLElement): HTMLElement | null {
  for (let around: Element | null = at; around !== null; around = around.parentElement) {
    const stops = tabbable(around) as HTMLElement[];
    const after = stops.find((stop) => at.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING);
    if (after !== undefined || stops.length > 0) return after ?? stops.at(-1) ?? null;
    if (around === region) return region;
  }
  return null;
}
