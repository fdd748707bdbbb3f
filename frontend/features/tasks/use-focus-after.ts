"use client";
// The focus goes along with a row that is drawn anew at its new place.
import { useCallback, useLayoutEffect, useRef } from "react";
import { focusTask, taskIdInFocus } from "./list-focus";

/** `drawn` changes when rows are drawn anew. Call what it gives back before a row moves: if it has the focus, it keeps it. */
export function useFocusAfter(drawn: unknown): (id: string) => void {
  const held = useRef<{ id: string }>(undefined);
  useLayoutEffect(() => {
    if (held.current !== undefined && taskIdInFocus() !== held.current.id) focusTask(held.current.id);
  }, [drawn]);
  return useCallback((id) => {
    const hold = taskIdInFocus() === id ? { id } : undefined;
    held.current = hold;
    // Whoever goes on to something else takes the focus along; the key that moves it once more holds it anew.
    const forget = (): void => {
      if (held.current === hold) held.current = undefined;
    };
    document.addEventListener("keydown", forget, { once: true, capture: true });
    document.addEventListener("pointerdown", forget, { once: true, capture: true });
  }, []);
}
