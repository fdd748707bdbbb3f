// The product's mark and name.
import type { JSX } from "react";
import { cn } from "@/lib/class-names";

/** The same in every language. */
const NAME = "Todo";

export function Logo({ className }: { className?: string }): JSX.Element {
  return (
    <p className={cn("flex items-center gap-2.5 font-semibold tracking-[-0.014em]", className)}>
      <svg viewBox="0 0 32 32" aria-hidden className="size-7">
        <rect width="32" height="32" rx="9" fill="var(--accent)" />
        <path
          d="M9.5 16.8l4.4 4.4 8.8-9.8"
          fill="none"
          stroke="var(--on-accent)"
          strokeWidth="2.6"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      {NAME}
    </p>
  );
}
