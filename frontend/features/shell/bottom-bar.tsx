"use client";
// Navigation on phones, in reach of the thumb.
import { Inbox, Menu, Plus, Sparkles, Sun } from "lucide-react";
import { usePathname } from "next/navigation";
import type { JSX, ReactNode } from "react";
import { PageLink } from "@/components/ui/page-link";
import { cn } from "@/lib/class-names";
import { useTexts } from "@/lib/texts/texts-provider";
import { useShell } from "./shell-context";

const item = "flex h-15 flex-1 flex-col items-center justify-center gap-1 text-xs [&_svg]:size-5.5";

export function BottomBar(): JSX.Element {
  const { t } = useTexts();
  const shell = useShell();
  const onAssistant = usePathname() === "/assistant";
  return (
    <nav
      aria-label={t("shell.views")}
      className="fixed inset-x-0 bottom-0 z-30 flex items-center border-t border-line bg-paper px-1 pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      <BarLink href="/today" icon={<Sun />} label={t("shell.today")} />
      <BarLink href="/inbox" icon={<Inbox />} label={t("shell.inbox")} />
      <div className="flex flex-1 justify-center">
        <button
          type="button"
          aria-label={t("shell.addTask")}
          onClick={() => shell.openQuickAdd()}
          className="grid size-11 place-items-center rounded-full bg-accent text-on-accent shadow-raised active:bg-accent-strong"
        >
          <Plus aria-hidden className="size-6" />
        </button>
      </div>
      <button type="button" className={cn(item, onAssistant ? "text-accent" : "text-ink-faint")} onClick={shell.toggleChat}>
        <Sparkles aria-hidden />
        {t("shell.assistant")}
      </button>
      <button type="button" className={cn(item, "text-ink-faint")} onClick={shell.openNavigation}>
        <Menu aria-hidden />
        {t("shell.menu")}
      </button>
    </nav>
  );
}

function BarLink({ href, icon, label }: { href: string; icon: ReactNode; label: string }): JSX.Element {
  const current = usePathname() === href;
  return (
    <PageLink href={href} aria-current={current ? "page" : undefined} className={cn(item, current ? "text-accent" : "text-ink-faint")}>
      <span aria-hidden>{icon}</span>
      {label}
    </PageLink>
  );
}
