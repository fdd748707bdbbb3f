// A grey stand-in for what is still on its way. Appears late, so that quick answers show none at all.
import type { JSX } from "react";
import { cn } from "@/lib/class-names";

export function Skeleton({ className }: { className?: string }): JSX.Element {
  return <span aria-hidden className={cn("block animate-pulse-calm bg-sunken", className)} />;
}
