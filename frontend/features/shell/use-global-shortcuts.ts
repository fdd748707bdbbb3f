"use client";
// Single keys that act from anywhere on a page.
import { useLayoutEffect } from "react";
import { useToasts } from "@/components/ui/toasts";
import { moveFocus } from "@/features/tasks/list-focus";
import { isPaletteKey, isShortcut } from "@/lib/keyboard";
import type { Shell } from "./shell-context";

export function useGlobalShortcuts(shell: Shell): void {
  const toasts = useToasts();
  // With the page that they act on, not a moment later: a key pressed as soon as it is seen belongs to it.
  useLayoutEffect(() => {
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
      const act = isPaletteKey(event) ? shell.openPalette : acts[event.key];
      if (act === undefined || !(isPaletteKey(event) || isShortcut(event))) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [shell, toasts]);
}
