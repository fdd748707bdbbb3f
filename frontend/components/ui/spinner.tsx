// A small turning ring for work of unknown length. Decorative: say what is going on in words beside it.
import type { JSX } from "react";
import { cn } from "@/lib/class-names";

export function Spinner({ className }: { className?: string }): JSX.Element {
  return (
    <span
      aria-hidden
      className={cn(
        "inline-block size-4 animate-spin-calm rounded-full border-2 border-current border-r-transparent opacity-70",
        className,
      )}
    />
  );
}
