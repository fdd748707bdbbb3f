"use client";
// Single keys that act from anywhere on a page.
import { useLayoutEffect } from "react";
import { useToasts } from "@/components/ui/toasts";
import { moveFocus } from "@/features/tasks/list-focus";
import { mayOpenPalette, isShortcut } from "@/lib/keyboard";
import { ANYWHERE, type Deed, deedOf } from "@/lib/keys";
import type { Shell } from "./shell-context";

export function useGlobalShortcuts(shell: Shell): void {
  const toasts = useToasts();
  // With the page that they act on, not a moment later: a key pressed as soon as it is seen belongs to it.
  useLayoutEffect(() => {
    const acts: Record<Deed<typeof ANYWHERE>, () => void> = {
      palette: shell.openPalette,
      quickAdd: () => shell.openQuickAdd(),
      assistant: shell.toggleChat,
      undo: toasts.actOnNewest,
      sheet: shell.openShortcuts,
      next: () => moveFocus(1),
      previous: () => moveFocus(-1),
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      const deed = deedOf(ANYWHERE, event);
      if (deed === undefined || !(deed === "palette" ? mayOpenPalette() : isShortcut(event))) return;
      event.preventDefault();
      acts[deed]();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [shell, toasts]);
}
