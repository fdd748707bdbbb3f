"use client";
// Pages that one needs now and then, folded away.
import { Archive, CircleCheck, Ellipsis, History, Search, Trash2 } from "lucide-react";
import { usePathname } from "next/navigation";
import { type JSX, useState } from "react";
import { cn } from "@/lib/class-names";
import { useTexts } from "@/lib/texts/texts-provider";
import { NavLink } from "./nav-link";

const PATHS = ["/search", "/completed", "/activity", "/trash", "/archive"];

/** Items of the list of views. */
export function MoreLinks(): JSX.Element {
  const { t } = useTexts();
  const path = usePathname();
  const [opened, setOpened] = useState(false);
  const open = opened || PATHS.includes(path);
  return (
    <>
      <li>
        <button
          type="button"
          aria-expanded={open}
          onClick={() => setOpened(!open)}
          className="flex h-8.5 w-full items-center gap-2.5 rounded-md px-2.5 text-left text-sm text-ink-soft transition-colors hover:bg-hover"
        >
          <Ellipsis aria-hidden className="size-4.5" />
          {t("shell.more")}
        </button>
      </li>
      {open &&
        [
          { href: "/search", icon: <Search />, label: t("shell.search") },
          { href: "/completed", icon: <CircleCheck />, label: t("tasks.completed") },
          { href: "/activity", icon: <History />, label: t("shell.activity") },
          { href: "/trash", icon: <Trash2 />, label: t("shell.trash") },
          { href: "/archive", icon: <Archive />, label: t("shell.archive") },
        ].map((link) => (
          <li key={link.href} className={cn("pl-4")}>
            <NavLink {...link} />
          </li>
        ))}
    </>
  );
}
