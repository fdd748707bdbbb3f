// Who has the focus once that which had it is gone from the page: what stands where it stood. For whatever goes, for
// whichever reason; browsers leave the focus to nobody, and with it everybody who does not see the page.
import { afterPaint } from "@/lib/after-paint";
import { GOING } from "@/lib/use-go-to";

const PATIENCE_MS = 10_000;
/** For how long what can't be pressed while it works keeps its claim to the focus. */
const BUSY_MS = 1_000;

/** For each layer, the page being the lowest: where the focus was last, or what stands there now. The topmost comes last. */
type Places = Map<Element, Place>;

interface Place {
  /** What had the focus. */
  last: Element;
  /** That, or what stands there now. */
  at: Element;
  /** Whether the focus was taken from it; what still stands there was left on purpose. */
  gone: boolean;
  /** What stood before it, where something stands there now. */
  before: Element | null;
}

const LAYER = "[popover]";
const STOPS = "a[href], button, input, select, textarea, [tabindex]";
const REGION = "main, nav, aside, [role=dialog]";

/** Watches until what it gives back is called. */
export function keepFocusSomewhere(): () => void {
  const places: Places = new Map();
  let cancel = (): void => undefined;
  let lostAt: number | null = null;
  const note = (): void => {
    const focused = document.activeElement;
    if (focused === null || focused === document.body) return;
    lostAt = null;
    const layer = layerOf(focused);
    places.delete(layer);
    places.set(layer, { last: focused, at: focused, gone: false, before: null });
  };
  let going: Going | null = null;
  const onGoing = ({ detail: path }: CustomEvent<string>): void => {
    going = { path, from: window.location.pathname === path ? null : heading(), until: performance.now() + PATIENCE_MS };
  };
  // Whoever presses on nothing has left what had the focus.
  const forget = (): void => places.clear();
  const hand = (): void => {
    if (!isNobodys()) return;
    lostAt ??= performance.now();
    const left = lostAt + BUSY_MS - performance.now();
    if (handOver(places, left > 0)) return;
    const timer = setTimeout(hand, left);
    cancel = () => clearTimeout(timer);
  };
  const observer = new MutationObserver((records) => {
    for (const place of places.values()) follow(place, records);
    cancel();
    if (going !== null && hasArrived(going)) going = null;
    // Browsers take the focus from what is disabled when they draw next.
    if (isNobodys() || document.activeElement?.matches(":disabled") === true) cancel = afterPaint(hand);
  });
  note();
  observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ["disabled"] });
  document.addEventListener(GOING, onGoing);
  document.addEventListener("focusin", note);
  document.addEventListener("pointerdown", forget, true);
  return () => {
    cancel();
    observer.disconnect();
    document.removeEventListener(GOING, onGoing);
    document.removeEventListener("focusin", note);
    document.removeEventListener("pointerdown", forget, true);
  };
}

/** A page that somebody has asked for. */
interface Going {
  path: string;
  /** The heading of the one before. */
  from: HTMLElement | null;
  until: number;
}

/** The heading of the page has the focus when the page has come, or somebody has begun to write meanwhile. */
function hasArrived({ path, from, until }: Going): boolean {
  const now = heading();
  if (now === null || now === from || window.location.pathname !== path) return false;
  const late = performance.now() > until || document.activeElement?.matches("input, textarea") === true;
  if (!late) now.focus({ preventScroll: true });
  return true;
}

function heading(): HTMLElement | null {
  const found = document.querySelector<HTMLElement>("main h1");
  if (found !== null) found.tabIndex = -1;
  return found;
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
    // Disabled, or no longer so.
    if (record.type === "attributes" && record.target === place.at) place.gone = true;
    if (Array.from(record.removedNodes).some((removed) => removed.contains(place.at))) {
      gap = record;
      place.gone = true;
      const [next, before] = [record.nextSibling, record.previousSibling].map(elementOf);
      place.at = next ?? before ?? (record.target as Element);
      place.before = before ?? null;
    } else if (gap !== null && isSameSpot(gap, record)) {
      place.at = Array.from(record.addedNodes).map(elementOf).find((node) => node !== null) ?? place.at;
    }
  }
  // Only moved.
  if (place.last.isConnected) place.at = place.last;
}

function elementOf(node: Node | null): Element | null {
  return node instanceof Element ? node : null;
}

function isSameSpot(one: MutationRecord, other: MutationRecord): boolean {
  return one.target === other.target && one.nextSibling === other.nextSibling && one.previousSibling === other.previousSibling;
}

/** False where it waits for what had the focus, which is only busy. */
function handOver(places: Places, isPatient: boolean): boolean {
  const hadAny = places.size > 0;
  let isTop = true;
  for (const [layer, { last, at, gone, before }] of Array.from(places).reverse()) {
    const isOver = !at.isConnected || layerOf(at) !== layer || !layer.checkVisibility();
    // A message that was dealt with leads back to where one came from, not to the next.
    if (isOver || (layer !== document.body && layer.querySelector("[aria-modal]") === null)) {
      places.delete(layer);
      isTop = false;
      continue;
    }
    if (isTop && !gone && !at.matches(":disabled")) return true;
    if (isPatient && at === last && at.matches(":disabled")) return false;
    heirOf(at, before, looksOf(last))?.focus();
    return true;
  }
  // Opened by a key when nothing had the focus, and closed again.
  if (hadAny) document.querySelector<HTMLElement>("main")?.focus();
  return true;
}

/** Where there is another with the looks of what had the focus, that is what a person goes on with. */
function heirOf(at: Element, before: Element | null, looks: string): HTMLElement | null {
  if (at.querySelector("h1") !== null || at.matches("main")) return heading();
  const stops = stopsIn(at);
  const alike = [...stops, ...(before === null ? [] : stopsIn(before))].find((stop) => looksOf(stop) === looks);
  const inIt = alike ?? stops[0];
  if (inIt !== undefined) return inIt;
  const region = at.closest<HTMLElement>(REGION);
  // A toolbar beside the regions: what came before it by Tab may be a field, in which the next key would be written.
  return region === null ? document.querySelector("main") : nearest(at, region);
}

/** Buttons that look alike may still do something else: one opens a menu. */
function looksOf(element: Element): string {
  return `${element.getAttribute("class")} ${element.getAttribute("aria-haspopup")}`;
}

/** In the smallest of what is around it where there is anything: the first after it, or the last before it. */
function nearest(at: Element, region: HTMLElement): HTMLElement | null {
  for (let around: Element | null = at; around !== null; around = around.parentElement) {
    const stops = stopsIn(around);
    const after = stops.find((stop) => at.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING);
    if (after !== undefined || stops.length > 0) return after ?? stops.at(-1) ?? null;
    if (around === region) return region;
  }
  return null;
}

/** What the Tab key leads to, the element itself among it. */
function stopsIn(element: Element): HTMLElement[] {
  const all = [element, ...element.querySelectorAll(STOPS)];
  return all.filter((stop): stop is HTMLElement => stop instanceof HTMLElement && stop.matches(STOPS) && isStop(stop));
}

function isStop(stop: HTMLElement): boolean {
  return stop.tabIndex >= 0 && !stop.matches(":disabled") && stop.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true });
}
