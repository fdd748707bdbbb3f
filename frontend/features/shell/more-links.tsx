"use client";
// Pages that one needs now and then, folded away.
import { Ellipsis } from "lucide-react";
import { usePathname } from "next/navigation";
import { type JSX, useState } from "react";
import { useTexts } from "@/lib/texts/texts-provider";
import { MoreItems } from "./more-items";

const PATHS = ["/search", "/completed", "/activity", "/trash", "/archive"];

export function MoreLinks(): JSX.Element {
  const { t } = useTexts();
  const path = usePathname();
  const [opened, setOpened] = useState(false);
  const open = opened || PATHS.includes(path);
  return (
    <ul className="mt-6 flex flex-col gap-0.5">
      <li>
        <button
          type="button"
          aria-expanded={open}
          onClick={() => setOpened(!open)}
          className="flex h-line w-full items-center gap-2.5 rounded-md px-2.5 text-left text-sm text-ink-soft transition-colors hover:bg-hover"
        >
          <Ellipsis aria-hidden className="size-4.5" />
          {t("shell.more")}
        </button>
      </li>
      {open && <MoreItems />}
    </ul>
  );
}
