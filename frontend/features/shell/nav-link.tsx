"use client";
// A line of the navigation that leads to a page.
import { usePathname } from "next/navigation";
import type { JSX, ReactNode } from "react";
import { PageLink } from "@/components/ui/page-link";
import { cn } from "@/lib/class-names";

interface NavLinkProps {
  href: string;
  icon: ReactNode;
  label: string;
  count?: number;
  /** The count in words. */
  countLabel?: string;
}

export function NavLink({ href, icon, label, count = 0, countLabel }: NavLinkProps): JSX.Element {
  const current = usePathname() === href;
  return (
    <PageLink
      href={href}
      aria-current={current ? "page" : undefined}
      className={cn(
        "flex h-line items-center gap-2.5 rounded-md px-2.5 text-sm transition-colors [&_svg]:size-4.5",
        current ? "bg-pressed font-medium text-ink" : "text-ink-soft hover:bg-hover",
      )}
    >
      <span aria-hidden className="grid w-4.5 place-items-center">
        {icon}
      </span>
      <span data-drag-title className="min-w-0 flex-1 truncate">{label}</span>
      {count > 0 && (
        <span data-count className="text-xs text-ink-faint tabular-nums">
          <span aria-hidden={countLabel !== undefined}>{count}</span>
          {countLabel !== undefined && <span className="sr-only">{countLabel}</span>}
        </span>
      )}
    </PageLink>
  );
}
