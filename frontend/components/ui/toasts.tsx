"use client";
// Short messages at the edge of the screen, each with at most one action. Announced to screen readers.
import { X } from "lucide-react";
import { Toast as Primitive } from "radix-ui";
import { createContext, type JSX, type ReactNode, use, useCallback, useMemo, useState } from "react";
import { cn } from "@/lib/class-names";
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
  const newest = toasts.at(-1);
  const value = useMemo<Toasts>(
    () => ({
      show: (message) => setToasts((all) => [...all, { ...message, key: nextKey++ }].slice(-SHOWN_AT_ONCE)),
      actOnNewest: () => {
        if (newest?.action === undefined) return;
        newest.action.onAct();
        close(newest.key);
      },
    }),
    [newest, close],
  );
  return (
    <ToastsContext value={value}>
      <Primitive.Provider duration={SHOWN_MS} swipeDirection="down">
        {children}
        {toasts.map((toast) => (
          <ToastCard key={toast.key} toast={toast} onClose={() => close(toast.key)} />
        ))}
        <Primitive.Viewport
          className={cn(
            "fixed bottom-5 left-1/2 z-70 flex w-max max-w-[calc(100vw-2rem)] -translate-x-1/2 flex-col items-center gap-2",
            "max-md:bottom-20",
          )}
        />
      </Primitive.Provider>
    </ToastsContext>
  );
}

function ToastCard({ toast, onClose }: { toast: Toast; onClose: () => void }): JSX.Element {
  return (
    <Primitive.Root
      onOpenChange={(open) => !open && onClose()}
      className={cn(
        "flex min-h-11 max-w-full animate-rise items-center gap-3 rounded-lg bg-raised py-1.5 pr-1.5 pl-4 shadow-floating",
        toast.tone === "danger" && "text-danger",
      )}
    >
      <Primitive.Title className="min-w-0 text-sm font-medium [overflow-wrap:anywhere]">{toast.title}</Primitive.Title>
      <div className="flex items-center gap-0.5">
        {toast.action !== undefined && (
          <Primitive.Action asChild altText={toast.action.label} onClick={toast.action.onAct}>
            <Button variant="quiet" size="small" className="text-accent hover:text-accent-strong">
              {toast.action.label}
            </Button>
          </Primitive.Action>
        )}
        <Primitive.Close asChild>
          <Button variant="quiet" size="icon" aria-label="Dismiss" className="size-7.5 text-ink-faint [&_svg]:size-4">
            <X />
          </Button>
        </Primitive.Close>
      </div>
    </Primitive.Root>
  );
}
