// Stands where a list of tasks will be; rows as high as real ones, so that nothing jumps.
import type { JSX } from "react";
import { Skeleton } from "@/components/ui/skeleton";

const WIDTHS = ["w-3/5", "w-2/5", "w-1/2", "w-2/3", "w-1/3", "w-1/2"];

export function TaskListSkeleton({ rows = WIDTHS.length }: { rows?: number }): JSX.Element {
  return (
    <div aria-hidden className="animate-late">
      {WIDTHS.slice(0, rows).map((width, index) => (
        <div key={index} className="flex h-[calc(1.25rem+var(--line-base))] items-center gap-3">
          <Skeleton className="size-5 rounded-full" />
          <Skeleton className={`h-3.5 rounded-sm ${width}`} />
        </div>
      ))}
    </div>
  );
}
