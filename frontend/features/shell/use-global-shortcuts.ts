"use client";
// Single keys that act from anywhere on a page.
import { useEffect } from "react";
import { useToasts } from "@/components/ui/toasts";
import { moveFocus } from "@/features/tasks/list-focus";
import { isShortcut } from "@/lib/keyboard";
import type { Shell } from "./shell-context";

export function useGlobalShortcuts(shell: Shell): void {
  const toasts = useToasts();
  useEffect(() => {
    const acts: Record<string, () => void> = {
      q: () => shell.openQuickAdd(),
      c: shell.toggleChat,
      z: toasts.actOnNewest,
      "?": shell.openShortcuts,
      j: () => moveFocus(1),
      ArrowDown: () => moveFocus(1),
      k: () => moveFocus(-1),
      ArrowUp: () => moveFocus(-1),
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      const act = acts[event.key];
      if (act === undefined || !isShortcut(event)) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", onKeyDown);
    // For tests and style sheets that need to know that the page answers now.
    document.documentElement.dataset.alive = "";
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [shell, toasts]);
}
