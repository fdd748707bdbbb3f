"use client";
// The messages that stand at the edge of the screen, over everything else, and when they go.
import { X } from "lucide-react";
import { type JSX, type RefObject, useEffect, useRef, useState } from "react";
import { cn } from "@/lib/class-names";
import { useTexts } from "@/lib/texts/texts-provider";
import { Button } from "./button";
import type { Toast } from "./toasts";

const SHOWN_MS = 7_000;

interface ToastListProps {
  toasts: readonly Toast[];
  onClose: (key: number) => void;
}

export function ToastList({ toasts, onClose }: ToastListProps): JSX.Element {
  const list = useRef<HTMLOListElement>(null);
  useInFront(list, toasts);
  useFocusKey(list);
  return (
    <ol ref={list} popover="manual" tabIndex={-1} className="toasts">
      {toasts.map((toast) => (
        <ToastCard key={toast.key} toast={toast} onClose={() => onClose(toast.key)} />
      ))}
    </ol>
  );
}

/** Shown anew with every change, so that a message stands over a dialog that was opened before it. */
function useInFront(list: RefObject<HTMLElement | null>, toasts: readonly Toast[]): void {
  useEffect(() => {
    const element = list.current;
    // The focus is not taken from a message that somebody is about to act on.
    if (element === null || element.contains(document.activeElement)) return;
    element.hidePopover();
    if (toasts.length > 0) element.showPopover();
  }, [list, toasts]);
}

function useFocusKey(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === "F8") list.current?.querySelector<HTMLElement>("li:last-child button")?.focus();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [list]);
}

function ToastCard({ toast, onClose }: { toast: Toast; onClose: () => void }): JSX.Element {
  const { t } = useTexts();
  const { action } = toast;
  const held = useTimedClose(onClose, toast.stays ?? false);
  return (
    <li
      {...held}
      className={cn(
        "flex min-h-11 max-w-full animate-rise items-center gap-3 rounded-lg bg-raised py-1.5 pr-1.5 pl-4 shadow-floating",
        toast.tone === "danger" && "text-danger",
      )}
    >
      <p className="min-w-0 text-sm font-medium [overflow-wrap:anywhere]">{toast.title}</p>
      <div className="flex items-center gap-0.5">
        {action !== undefined && (
          <Button
            variant="quiet"
            size="small"
            className="text-accent hover:text-accent-strong"
            onClick={() => {
              action.onAct();
              onClose();
            }}
          >
            {action.label}
          </Button>
        )}
        <Button
          variant="quiet"
          size="icon"
          aria-label={t("common.dismiss")}
          onClick={onClose}
          className="size-7.5 text-ink-faint [&_svg]:size-4"
        >
          <X />
        </Button>
      </div>
    </li>
  );
}

interface Held {
  onPointerEnter: () => void;
  onPointerLeave: () => void;
  onFocus: () => void;
  onBlur: () => void;
}

/** Closes after a while, unless it stays; the time starts over when pointer and focus have left. */
function useTimedClose(onClose: () => void, stays: boolean): Held {
  const [held, setHeld] = useState(false);
  const latest = useRef(onClose);
  useEffect(() => {
    latest.current = onClose;
  });
  useEffect(() => {
    if (held || stays) return;
    const timer = setTimeout(() => latest.current(), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [held, stays]);
  const hold = (): void => setHeld(true);
  const letGo = (): void => setHeld(false);
  return { onPointerEnter: hold, onPointerLeave: letGo, onFocus: hold, onBlur: letGo };
}
