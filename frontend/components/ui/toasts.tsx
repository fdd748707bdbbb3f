"use client";
// Short messages at the edge of the screen, each with at most one action. Announced to screen readers; they stay for as
// long as the pointer or the focus is on them. F8 leads to them.
import { createContext, type JSX, type ReactNode, Suspense, use, useCallback, useMemo, useRef, useState } from "react";
import { lazyPart } from "@/lib/lazy-part";
import { useTexts } from "@/lib/texts/texts-provider";

export interface ToastMessage {
  title: string;
  tone?: "plain" | "danger";
  action?: { label: string; onAct: () => void };
  /** Sorts by time, as ids of changes do: answers may come in another order than what they answer was done in. */
  moment?: string;
  /** Until somebody has dealt with it: it tells of something that nobody on this page has just done. */
  stays?: boolean;
}

export interface Toast extends ToastMessage {
  key: number;
}

export interface Toasts {
  show: (message: ToastMessage) => void;
  /** Does what the newest toast that tells of a deed offers, if it still stands there. */
  actOnNewest: () => void;
}

export const ToastList = lazyPart(async () => (await import("./toast-list")).ToastList);

const SHOWN_AT_ONCE = 3;
const ToastsContext = createContext<Toasts | null>(null);
let nextKey = 0;

export function useToasts(): Toasts {
  const toasts = use(ToastsContext);
  if (toasts === null) throw new Error("useToasts needs a ToastProvider above it");
  return toasts;
}

/** The new one is the last, unless what it tells of came before what others tell of. */
function withToast(all: readonly Toast[], toast: Toast): Toast[] {
  const { moment } = toast;
  const later = moment === undefined ? -1 : all.findIndex((other) => other.moment !== undefined && other.moment > moment);
  return later < 0 ? [...all, toast] : all.toSpliced(later, 0, toast);
}

export function ToastProvider({ children }: { children: ReactNode }): JSX.Element {
  const { t } = useTexts();
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  // The same from the moment that it is so: a key pressed before the page is drawn means the newest one too.
  const all = useRef(toasts);
  const change = useCallback((next: readonly Toast[]) => {
    all.current = next;
    setToasts(next);
  }, []);
  const close = useCallback((key: number) => change(all.current.filter((toast) => toast.key !== key)), [change]);
  // Once there it stays: its place in front of everything else is kept in the element.
  const [shown, setShown] = useState(false);
  if (!shown && toasts.length > 0) setShown(true);
  const value = useMemo<Toasts>(
    () => ({
      show: (message) => change(withToast(all.current, { ...message, key: nextKey++ }).slice(-SHOWN_AT_ONCE)),
      actOnNewest: () => {
        const toast = all.current.findLast(({ stays }) => stays !== true);
        if (toast?.action === undefined) return;
        toast.action.onAct();
        close(toast.key);
      },
    }),
    [change, close],
  );
  return (
    <ToastsContext value={value}>
      {children}
      {/* Screen readers tell of what is added to a place that they know: it is there before the first message. */}
      <div role="region" aria-label={t("common.messages")} aria-live="polite" aria-relevant="additions">
        <Suspense fallback={null}>{shown && <ToastList toasts={toasts} onClose={close} />}</Suspense>
      </div>
    </ToastsContext>
  );
}
