"use client";
// A modal that drops from the control that it belongs to; on phones it comes from the bottom, like other dialogs.
import { type JSX, type RefObject, useLayoutEffect, useRef } from "react";
import { createPortal } from "react-dom";
import { Dialog, type DialogProps } from "./dialog";

interface AnchoredDialogProps extends DialogProps {
  anchor: RefObject<HTMLElement | null>;
}

const GAP_PX = 6;
const MARGIN_PX = 12;
/** The style sheet's `sm`. */
const PHONE_PX = 640;

export function AnchoredDialog({ anchor, children, ...props }: AnchoredDialogProps): JSX.Element {
  const content = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const dialog = content.current?.closest<HTMLElement>('[role="dialog"]');
    if (dialog == null || anchor.current === null) return;
    const put = (): void => place(dialog, anchor.current);
    put();
    window.addEventListener("resize", put);
    return () => window.removeEventListener("resize", put);
  }, [anchor]);
  // Apart from what it hangs on: a form in a form is none.
  return createPortal(
    <Dialog {...props}>
      <div ref={content}>{children}</div>
    </Dialog>,
    document.body,
  );
}

/** Below the anchor, or as far above that as it takes to be seen as a whole. */
function place(dialog: HTMLElement, anchor: HTMLElement | null): void {
  if (anchor === null) return;
  if (window.innerWidth < PHONE_PX) {
    for (const side of ["top", "left", "margin"]) dialog.style.removeProperty(side);
    return;
  }
  const { bottom, left } = anchor.getBoundingClientRect();
  const top = Math.min(bottom + GAP_PX, window.innerHeight - MARGIN_PX - dialog.offsetHeight);
  const furthest = window.innerWidth - MARGIN_PX - dialog.offsetWidth;
  dialog.style.margin = "0";
  dialog.style.top = `${Math.max(MARGIN_PX, top)}px`;
  dialog.style.left = `${Math.max(MARGIN_PX, Math.min(left, furthest))}px`;
}
