"use client";
// Navigation on phones, in reach of the thumb.
import { Inbox, Menu, Plus, Sparkles, Sun } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { JSX, ReactNode } from "react";
import { cn } from "@/lib/class-names";
import { useShell } from "./shell-context";
import { texts } from "./texts";

const item = "flex h-14 flex-1 flex-col items-center justify-center gap-1 text-xs text-ink-faint [&_svg]:size-5.5";

export function BottomBar(): JSX.Element {
  const shell = useShell();
  return (
    <nav
      aria-label={texts.views}
      className="fixed inset-x-0 bottom-0 z-30 flex items-center border-t border-line bg-paper px-1 pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      <BarLink href="/today" icon={<Sun />} label={texts.today} />
      <BarLink href="/inbox" icon={<Inbox />} label={texts.inbox} />
      <div className="flex flex-1 justify-center">
        <button
          type="button"
          aria-label={texts.addTask}
          onClick={() => shell.openQuickAdd()}
          className="grid size-11 place-items-center rounded-full bg-accent text-on-accent shadow-raised active:bg-accent-strong"
        >
          <Plus aria-hidden className="size-6" />
        </button>
      </div>
      <button type="button" className={item} onClick={shell.toggleChat}>
        <Sparkles aria-hidden />
        {texts.assistant}
      </button>
      <button type="button" className={item} onClick={shell.openNavigation}>
        <Menu aria-hidden />
        {texts.menu}
      </button>
    </nav>
  );
}

function BarLink({ href, icon, label }: { href: string; icon: ReactNode; label: string }): JSX.Element {
  const current = usePathname() === href;
  return (
    <Link href={href} aria-current={current ? "page" : undefined} className={cn(item, current && "text-accent")}>
      <span aria-hidden>{icon}</span>
      {label}
    </Link>
  );
}
