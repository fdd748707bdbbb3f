"use client";
// Single keys that act from anywhere on a page.
import { useLayoutEffect, useRef } from "react";
import { useUndoNewest } from "@/features/changes/sent";
import { moveFocus } from "@/features/tasks/list-focus";
import { isPageOnTop, isShortcut } from "@/lib/keyboard";
import { ANYWHERE, type Deed, deedOf, GOTO } from "@/lib/keys";
import { useGoTo } from "@/lib/use-go-to";
import type { Shell } from "./shell-context";

/** For how long the key that says "go to" waits for where. */
const PATIENCE_MS = 2_000;

export function useGlobalShortcuts(shell: Shell): void {
  const undo = useUndoNewest();
  const goTo = useGoTo();
  const going = useRef(-PATIENCE_MS);
  // With the page that they act on, not a moment later: a key pressed as soon as it is seen belongs to it.
  useLayoutEffect(() => {
    const acts: Record<Deed<typeof ANYWHERE>, () => void> = {
      palette: shell.openPalette,
      quickAdd: () => shell.openQuickAdd(),
      assistant: shell.toggleChat,
      undo,
      sheet: shell.openShortcuts,
      next: () => moveFocus(1),
      previous: () => moveFocus(-1),
      goTo: () => {
        going.current = performance.now();
      },
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      const page = performance.now() - going.current < PATIENCE_MS ? deedOf(GOTO, event) : undefined;
      going.current = -PATIENCE_MS;
      if (page !== undefined && isShortcut(event)) {
        event.preventDefault();
        goTo(`/${page}`);
        return;
      }
      const deed = deedOf(ANYWHERE, event);
      if (deed === undefined || !(deed === "palette" ? isPageOnTop() : isShortcut(event))) return;
      event.preventDefault();
      acts[deed]();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [shell, undo, goTo]);
}
