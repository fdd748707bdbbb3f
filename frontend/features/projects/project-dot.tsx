// A project's color as a small dot; decorative, its name stands beside it.
import type { JSX } from "react";
import type { ProjectColor } from "@/lib/api/types";
import { cn } from "@/lib/class-names";

export function ProjectDot({ color, className }: { color: ProjectColor; className?: string }): JSX.Element {
  return (
    <span
      aria-hidden
      className={cn("inline-block size-2.5 shrink-0 rounded-full", className)}
      style={{ background: `var(--project-${color})` }}
    />
  );
}
