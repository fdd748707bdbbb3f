// A key, as on a keyboard.
import type { JSX, ReactNode } from "react";
import { cn } from "@/lib/class-names";

export function Kbd({ children, className }: { children: ReactNode; className?: string }): JSX.Element {
  return <kbd className={cn("kbd", className)}>{children}</kbd>;
}
