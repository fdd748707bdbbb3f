// A key, as on a keyboard.
import type { JSX, ReactNode } from "react";
import { cn } from "@/lib/class-names";

export function Kbd({ children, className }: { children: ReactNode; className?: string }): JSX.Element {
  return (
    <kbd
      className={cn(
        "inline-flex h-5 min-w-5 items-center justify-center rounded-xs border border-line bg-raised px-1",
        "font-sans text-xs text-ink-faint",
        className,
      )}
    >
      {children}
    </kbd>
  );
}
