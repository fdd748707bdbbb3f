// Stands where a page will be, its parts where the real ones come.
import type { JSX } from "react";
import { Skeleton } from "@/components/ui/skeleton";
import { TaskListSkeleton } from "@/features/tasks/task-list-skeleton";

export function PageSkeleton(): JSX.Element {
  return (
    <div>
      <div aria-hidden className="mb-8 animate-late">
        <Skeleton className="h-8.5 w-36 rounded-sm" />
        <Skeleton className="mt-2 h-4 w-48 rounded-sm" />
      </div>
      <TaskListSkeleton />
    </div>
  );
}
