"use client";
// A headed group of links in the navigation, with a way to add one.
import { Plus } from "lucide-react";
import { type JSX, type ReactNode, useId } from "react";
import { Button } from "@/components/ui/button";

interface SidebarGroupProps {
  title: string;
  add?: { label: string; onAdd: () => void };
  children: ReactNode;
}

export function SidebarGroup({ title, add, children }: SidebarGroupProps): JSX.Element {
  const id = useId();
  return (
    <section aria-labelledby={id} className="mt-6">
      <header className="mb-1 flex min-h-7 items-center justify-between pl-2.5">
        <h2 id={id} className="text-xs font-medium text-ink-faint">
          {title}
        </h2>
        {add !== undefined && (
          <Button variant="quiet" size="icon" className="size-7 [&_svg]:size-4" aria-label={add.label} onClick={add.onAdd}>
            <Plus />
          </Button>
        )}
      </header>
      {children}
    </section>
  );
}
