"use client";
// Pages that one needs now and then, folded away.
import { Ellipsis } from "lucide-react";
import { usePathname } from "next/navigation";
import { type JSX, Suspense, useState } from "react";
import { lazyPart } from "@/lib/lazy-part";
import { useTexts } from "@/lib/texts/texts-provider";

const MoreItems = lazyPart(async () => (await import("./more-items")).MoreItems);
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
      {open && (
        <Suspense fallback={null}>
          <MoreItems />
        </Suspense>
      )}
    </>
  );
}
