"use client";
// The focus goes along with a row that is drawn anew at its new place.
import { useCallback, useLayoutEffect, useRef } from "react";
import { focusTask, taskIdInFocus } from "./list-focus";

/** `drawn` changes when rows are drawn anew. Call what it gives back before a row moves: if it has the focus, it keeps it. */
export function useFocusAfter(drawn: unknown): (id: string) => void {
  const held = useRef<string>(undefined);
  useLayoutEffect(() => {
    if (held.current !== undefined && taskIdInFocus() !== held.current) focusTask(held.current);
  }, [drawn]);
  return useCallback((id) => {
    held.current = taskIdInFocus() === id ? id : undefined;
    // Whoever goes on to something else takes the focus along.
    const forget = (): void => void (held.current = undefined);
    document.addEventListener("keydown", forget, { once: true, capture: true });
    document.addEventListener("pointerdown", forget, { once: true, capture: true });
  }, []);
}
