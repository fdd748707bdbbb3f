"use client";
// Links to the pages that one needs now and then.
import { Archive, CircleCheck, History, Search, Trash2 } from "lucide-react";
import type { JSX } from "react";
import { useTexts } from "@/lib/texts/texts-provider";
import { NavLink } from "./nav-link";

export function MoreItems(): JSX.Element {
  const { t } = useTexts();
  const links = [
    { href: "/search", icon: <Search />, label: t("shell.search") },
    { href: "/completed", icon: <CircleCheck />, label: t("tasks.completed") },
    { href: "/activity", icon: <History />, label: t("shell.activity") },
    { href: "/trash", icon: <Trash2 />, label: t("shell.trash") },
    { href: "/archive", icon: <Archive />, label: t("shell.archive") },
  ];
  return (
    <>
      {links.map((link) => (
        <li key={link.href} className="pl-4">
          <NavLink {...link} />
        </li>
      ))}
    </>
  );
}
