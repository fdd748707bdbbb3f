"use client";
// Takes what is typed until the field that it is meant for has arrived. Out of sight: that takes a blink. What had the focus
// before gets it back first, so that the dialog that follows knows whom to give it back to.
import { type JSX, useLayoutEffect, useRef } from "react";

interface EarlyInputProps {
  initial: string;
  onType: (text: string) => void;
  onEscape: () => void;
}

export function EarlyInput({ initial, onType, onEscape }: EarlyInputProps): JSX.Element {
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    const before = document.activeElement;
    input.current?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    <input
      ref={input}
      aria-hidden
      defaultValue={initial}
      onChange={(event) => onType(event.target.value)}
      onKeyDown={(event) => event.key === "Escape" && onEscape()}
      className="sr-only"
    />
  );
}
