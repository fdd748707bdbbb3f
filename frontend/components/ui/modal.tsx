"use client";
// A modal layer over the page, in the browser's top layer like what drops from it.
//
// Not `<dialog>`: with each one that opens or goes, browsers work out anew the style of everything that is laid out behind
// it, as all of that becomes inert or is so no longer. On a list of a thousand, with a phone's processor, that alone takes
// half as long as a whole answer may. So the page stays as it is: the layer lies over all of it, the focus is kept inside,
// and screen readers are told that there is nothing else.
import { hideOthers } from "aria-hidden";
import {
  type ComponentProps,
  type JSX,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useLayoutEffect,
  useRef,
} from "react";
import { afterPaint } from "@/lib/after-paint";
import { cn } from "@/lib/class-names";
import { focusFirst, keepFocusInside, tabAround } from "./focus-inside";
import { useWayBack } from "./way-back";

/** Those that are open, the one on top last. */
const layers: HTMLElement[] = [];

interface ModalProps extends Omit<ComponentProps<"div">, "role"> {
  onClose: () => void;
}

/** Open for as long as it is rendered; whether it goes when asked to (Escape, a press beside it) is up to `onClose`. */
export function Modal({ onClose, className, children, ...props }: ModalProps): JSX.Element {
  const ref = useRef<HTMLDivElement>(null);
  useShown(ref);
  useWayBack(onClose);
  const onKeyDown = (event: KeyboardEvent): void => {
    // Not from another one that was opened from this one: its events come by here.
    if (event.defaultPrevented || ref.current?.contains(event.target as Node) !== true) return;
    if (event.key === "Tab") tabAround(ref.current, event);
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
  };
  const onMouseDown = (event: MouseEvent): void => {
    if (event.target !== event.currentTarget) return;
    // The focus stays where it is.
    event.preventDefault();
    onClose();
  };
  return (
    // A press beside it closes; Escape does the same for those without a pointer.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div popover="manual" onKeyDown={onKeyDown} onMouseDown={onMouseDown} className="modal-layer">
      <div ref={ref} role="dialog" aria-modal tabIndex={-1} className={cn("modal", className)} {...props}>
        {children}
      </div>
    </div>
  );
}

function useShown(ref: RefObject<HTMLDivElement | null>): void {
  useLayoutEffect(() => {
    const dialog = ref.current;
    const layer = dialog?.parentElement;
    if (dialog === null || layer == null) return;
    layers.push(layer);
    const before = document.activeElement;
    layer.showPopover();
    focusFirst(dialog);
    const release = keepFocusInside(dialog);
    let showOthers: (() => void) | undefined;
    // Looks through the whole page, which nobody need wait for.
    const cancel = afterPaint(() => (showOthers = hideOthers(layers.slice(layers.indexOf(layer)))));
    return () => {
      layers.splice(layers.indexOf(layer), 1);
      release();
      cancel();
      showOthers?.();
      layer.hidePopover();
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, [ref]);
}
