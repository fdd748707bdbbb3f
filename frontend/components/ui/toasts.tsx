"use client";
// Short messages at the edge of the screen, each with at most one action. Announced to screen readers; they stay for as
// long as the pointer or the focus is on them. F8 leads to them.
import { X } from "lucide-react";
import { createContext, type JSX, type ReactNode, type RefObject, use, useCallback, useMemo, useState } from "react";
import { useEffect, useLayoutEffect, useRef } from "react";
import { cn } from "@/lib/class-names";
import { useTexts } from "@/lib/texts/texts-provider";
import { Button } from "./button";

export interface ToastMessage {
  title: string;
  tone?: "plain" | "danger";
  action?: { label: string; onAct: () => void };
}

interface Toast extends ToastMessage {
  key: number;
}

export interface Toasts {
  show: (message: ToastMessage) => void;
  /** Does what the newest toast offers, if it still stands there. */
  actOnNewest: () => void;
}

const SHOWN_MS = 7_000;
const SHOWN_AT_ONCE = 3;
const ToastsContext = createContext<Toasts | null>(null);
let nextKey = 0;

export function useToasts(): Toasts {
  const toasts = use(ToastsContext);
  if (toasts === null) throw new Error("useToasts needs a ToastProvider above it");
  return toasts;
}

export function ToastProvider({ children }: { children: ReactNode }): JSX.Element {
  const [toasts, setToasts] = useState<Toast[]>([]);
  const close = useCallback((key: number) => setToasts((all) => all.filter((toast) => toast.key !== key)), []);
  // What stands on the page, from the moment it stands there: a key pressed then means that one and none before it.
  const newest = useRef<Toast>(undefined);
  useLayoutEffect(() => {
    newest.current = toasts.at(-1);
  }, [toasts]);
  const value = useMemo<Toasts>(
    () => ({
      show: (message) => setToasts((all) => [...all, { ...message, key: nextKey++ }].slice(-SHOWN_AT_ONCE)),
      actOnNewest: () => {
        const toast = newest.current;
        if (toast?.action === undefined) return;
        toast.action.onAct();
        close(toast.key);
      },
    }),
    [close],
  );
  return (
    <ToastsContext value={value}>
      {children}
      <ToastList toasts={toasts} onClose={close} />
    </ToastsContext>
  );
}

function ToastList({ toasts, onClose }: { toasts: Toast[]; onClose: (key: number) => void }): JSX.Element {
  const { t } = useTexts();
  const list = useRef<HTMLOListElement>(null);
  useInFront(list, toasts);
  useFocusKey(list);
  return (
    <div role="region" aria-label={t("common.messages")} aria-live="polite" aria-relevant="additions">
      <ol ref={list} popover="manual" tabIndex={-1} className="toasts">
        {toasts.map((toast) => (
          <ToastCard key={toast.key} toast={toast} onClose={() => onClose(toast.key)} />
        ))}
      </ol>
    </div>
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
  const held = useTimedClose(onClose);
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

/** Closes after a while; the time starts over when pointer and focus have left. */
function useTimedClose(onClose: () => void): Held {
  const [held, setHeld] = useState(false);
  const latest = useRef(onClose);
  useEffect(() => {
    latest.current = onClose;
  });
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => latest.current(), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [held]);
  const hold = (): void => setHeld(true);
  const letGo = (): void => setHeld(false);
  return { onPointerEnter: hold, onPointerLeave: letGo, onFocus: hold, onBlur: letGo };
}
