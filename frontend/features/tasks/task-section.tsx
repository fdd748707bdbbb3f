// A headed part of a page with the tasks that belong under it.
import type { JSX, ReactNode } from "react";
import { cn } from "@/lib/class-names";

interface TaskSectionProps {
  title: string;
  note?: string;
  count?: number;
  tone?: "plain" | "danger";
  /** At the end of the heading's line. */
  action?: ReactNode;
  children: ReactNode;
}

export function TaskSection({ title, note, count, tone = "plain", action, children }: TaskSectionProps): JSX.Element {
  return (
    <section className="relative mt-8 first:mt-0">
      <h2
        className={cn(
          "flex items-baseline gap-2 border-b border-line pb-2 mb-1.5 text-sm font-semibold",
          tone === "danger" ? "text-danger" : "text-ink",
        )}
      >
        {title}
        {note !== undefined && <span className="font-normal text-ink-faint">{note}</span>}
        {count !== undefined && <span className="font-normal text-ink-faint tabular-nums">{count}</span>}
      </h2>
      {action !== undefined && <div className="absolute -top-1.5 right-0 flex">{action}</div>}
      {children}
    </section>
  );
}
