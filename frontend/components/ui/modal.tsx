"use client";
// A modal layer over the page: the browser's own dialog, which keeps the focus inside, the rest of the page out of
// reach, and gives the focus back when it goes.
import { type ComponentProps, type JSX, type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from "react";
import { cn } from "@/lib/class-names";

interface ModalProps extends Omit<ComponentProps<"dialog">, "onClose"> {
  onClose: () => void;
}

/** Open for as long as it is rendered; whether it goes when asked to (Escape, a press beside it) is up to `onClose`. */
export function Modal({ onClose, className, children, ...props }: ModalProps): JSX.Element {
  const ref = useRef<HTMLDialogElement>(null);
  useShown(ref);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
  };
  return (
    // A press beside it closes; Escape does the same for those without a pointer.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={ref}
      onKeyDown={onKeyDown}
      // Android's way back.
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onMouseDown={(event) => event.target === event.currentTarget && onClose()}
      className={cn("modal", className)}
      {...props}
    >
      {children}
    </dialog>
  );
}

const WRITABLE = 'input:not([readonly], [hidden], [type="radio"]), textarea:not([readonly])';

function useShown(ref: RefObject<HTMLDialogElement | null>): void {
  useLayoutEffect(() => {
    const dialog = ref.current;
    if (dialog === null) return;
    // Opened to write in it, if there is anything to write in. Said before, so that the focus goes there straight away.
    const first = dialog.querySelector<HTMLElement>(WRITABLE);
    first?.toggleAttribute("autofocus", true);
    dialog.showModal();
    if (document.activeElement !== first) first?.focus();
    return () => dialog.close();
  }, [ref]);
}
