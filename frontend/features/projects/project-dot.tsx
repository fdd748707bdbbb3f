// A project's color as a small dot; decorative, its name stands beside it.
import type { JSX } from "react";
import type { ProjectColor } from "@/lib/api/types";
import { cn } from "@/lib/class-names";

interface ProjectDotProps {
  color: ProjectColor;
  /** Its size. */
  className?: string;
}

export function ProjectDot({ color, className = "size-2.5" }: ProjectDotProps): JSX.Element {
  return (
    <span
      aria-hidden
      data-color={color}
      className={cn("inline-block shrink-0 rounded-full bg-(--project)", className)}
    />
  );
}
