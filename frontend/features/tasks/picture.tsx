// A small line drawing for an empty page. Decorative.
import type { JSX, ReactNode } from "react";

export function Picture({ children }: { children: ReactNode }): JSX.Element {
  return (
    <svg
      viewBox="0 0 96 72"
      className="h-18 w-24 fill-none stroke-current [stroke-linecap:round] [stroke-linejoin:round] [stroke-width:1.5]"
    >
      {children}
    </svg>
  );
}
