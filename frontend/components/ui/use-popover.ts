"use client";
// A list that drops from a button, in the browser's top layer: where it stands, how it closes, and how arrow keys,
// Home, End and the first letters of a name move through it.
import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import { useWayBack } from "./way-back";

const GAP_PX = 6;
const MARGIN_PX = 8;
const ITEMS = '[role^="menuitem"], [role="option"]';

export interface PopoverProps {
  ref: RefObject<HTMLDivElement | null>;
  popover: "manual";
  onKeyDown: (event: KeyboardEvent) => void;
}

interface PopoverOptions {
  anchor: RefObject<HTMLElement | null>;
  align: "start" | "end" | "stretch";
  onClose: () => void;
}

/** For a list that is rendered only while it is open. */
export function usePopover({ anchor, align, onClose }: PopoverOptions): PopoverProps {
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const list = ref.current;
    if (list === null || anchor.current === null) return;
    list.showPopover();
    place(list, anchor.current.getBoundingClientRect(), align);
    (list.querySelector<HTMLElement>('[aria-selected="true"]') ?? list.querySelector<HTMLElement>(ITEMS))?.focus();
  }, [anchor, align]);
  useDismissal(ref, anchor, onClose);
  useWayBack(onClose);
  const close = (): void => {
    anchor.current?.focus({ preventScroll: true });
    onClose();
  };
  return { ref, popover: "manual", onKeyDown: (event) => onListKey(event, close) };
}

/** Puts a list that is shown below what it hangs on, or above where there is no room. */
export function place(list: HTMLElement, anchor: DOMRect, align: PopoverOptions["align"]): void {
  if (align === "stretch") list.style.minWidth = `${anchor.width}px`;
  const { width, height } = list.getBoundingClientRect();
  const below = anchor.bottom + GAP_PX;
  const fits = below + height <= window.innerHeight - MARGIN_PX;
  const top = fits ? below : Math.max(MARGIN_PX, anchor.top - GAP_PX - height);
  const left = align === "end" ? anchor.right - width : anchor.left;
  const furthest = window.innerWidth - width - MARGIN_PX;
  list.style.top = `${top}px`;
  list.style.left = `${Math.max(MARGIN_PX, Math.min(left, furthest))}px`;
}

/** Goes with a press elsewhere, and when what it hangs on moves away. */
function useDismissal(
  list: RefObject<HTMLElement | null>,
  anchor: RefObject<HTMLElement | null>,
  onClose: () => void,
): void {
  useEffect(() => {
    const isOurs = (target: EventTarget | null): boolean =>
      target instanceof Node && (list.current?.contains(target) === true || anchor.current?.contains(target) === true);
    const onEvent = (event: Event): void => {
      if (!isOurs(event.target)) onClose();
    };
    document.addEventListener("pointerdown", onEvent, true);
    document.addEventListener("scroll", onEvent, true);
    window.addEventListener("resize", onClose);
    return () => {
      document.removeEventListener("pointerdown", onEvent, true);
      document.removeEventListener("scroll", onEvent, true);
      window.removeEventListener("resize", onClose);
    };
  }, [list, anchor, onClose]);
}

function onListKey(event: KeyboardEvent, close: () => void): void {
  if (event.key === "Escape" || event.key === "Tab") {
    event.preventDefault();
    event.stopPropagation();
    close();
    return;
  }
  const items = Array.from(event.currentTarget.querySelectorAll<HTMLElement>(ITEMS));
  const target = items[nextIndex(event.key, items, items.indexOf(document.activeElement as HTMLElement))];
  if (target === undefined) return;
  event.preventDefault();
  target.focus();
}

/** Where a key leads from the item at `current`; -1 when it leads nowhere. */
function nextIndex(key: string, items: readonly HTMLElement[], current: number): number {
  const count = items.length;
  if (key === "ArrowDown") return (current + 1) % count;
  if (key === "ArrowUp") return (Math.max(current, 0) - 1 + count) % count;
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  if (key.length !== 1 || key === " ") return -1;
  const order = items.map((_, index) => (current + 1 + index) % count);
  const letter = key.toLowerCase();
  return order.find((index) => items[index]?.textContent.trim().toLowerCase().startsWith(letter)) ?? -1;
}
