"use client";
// The head of a page: what it is, a line below, and what can be done here.
import { Search, Sparkles } from "lucide-react";
import type { JSX, ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/lib/class-names";
import { useTexts } from "@/lib/texts/texts-provider";
import { useShell } from "./shell-context";
import { useAlive } from "./use-alive";

interface PageHeaderProps {
  title: string;
  lead?: ReactNode;
  mark?: ReactNode;
  actions?: ReactNode;
}

export function PageHeader({ title, lead, mark, actions }: PageHeaderProps): JSX.Element {
  const { t } = useTexts();
  const shell = useShell();
  useAlive();
  return (
    <header className="mb-8 flex items-start justify-between gap-4">
      <div className="min-w-0">
        <h1 className="flex items-center gap-3 text-2xl font-semibold tracking-[-0.022em]">
          {mark !== undefined && <span className="flex h-8.5 shrink-0 items-center self-start">{mark}</span>}
          <span className="min-w-0 [overflow-wrap:anywhere]">{title}</span>
        </h1>
        {lead !== undefined && <p className="mt-1 text-ink-faint">{lead}</p>}
      </div>
      <div className="-mr-1.5 flex h-8.5 shrink-0 items-center gap-1">
        {actions}
        <Button
          variant="quiet"
          size="icon"
          aria-label={t("palette.open")}
          onClick={shell.openPalette}
          className="md:hidden"
        >
          <Search />
        </Button>
        <Button
          variant="quiet"
          size="icon"
          aria-label={t("shell.openAssistant")}
          title={t("shell.openAssistant")}
          onClick={shell.toggleChat}
          className={cn("max-md:hidden", shell.chatOpen && "xl:hidden")}
        >
          <Sparkles />
        </Button>
      </div>
    </header>
  );
}
