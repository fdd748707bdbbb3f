"use client";
// The focus stays on a row that is drawn anew because the group it stands in has changed.
import { useLayoutEffect, useRef } from "react";
import { focusTask, taskIdInFocus } from "./list-focus";

interface FocusWatch {
  onFocus: () => void;
  onBlur: () => void;
}

/** For the element around all rows; `drawn` changes when any of them may be drawn anew. */
export function useFocusKept(drawn: unknown): FocusWatch {
  const focused = useRef<string>(null);
  useLayoutEffect(() => {
    // Only what is gone from the page loses the focus to nothing without having been left.
    if (focused.current !== null && document.activeElement === document.body) focusTask(focused.current);
  }, [drawn]);
  return {
    onFocus: () => void (focused.current = taskIdInFocus()),
    onBlur: () => void (focused.current = null),
  };
}
