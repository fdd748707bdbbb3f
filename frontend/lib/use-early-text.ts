"use client";
// A field's text that begins with what was typed before the field was there.
import { type Dispatch, type SetStateAction, useLayoutEffect, useState } from "react";

/** Looked at when the field stands on the page, not when it is made: letters may come in between. */
export function useEarlyText(typedBefore: () => string): [string, Dispatch<SetStateAction<string>>] {
  const [text, setText] = useState("");
  useLayoutEffect(() => {
    // eslint-disable-next-line react-hooks/set-state-in-effect
    setText(typedBefore());
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  return [text, setText];
}
