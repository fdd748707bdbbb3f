"use client";
// The assistant's place beside the page: open on wide screens until closed.
import type { JSX, ReactNode } from "react";
import { useShell } from "@/features/shell/shell-context";
import { cn } from "@/lib/class-names";
import { useTexts } from "@/lib/texts/texts-provider";

export function ChatAside({ children }: { children?: ReactNode }): JSX.Element {
  const { t } = useTexts();
  const shell = useShell();
  return (
    <aside
      aria-label={t("chat.title")}
      className={cn("hidden w-92 shrink-0 border-l border-line bg-sidebar", shell.chatOpen && "xl:block")}
    >
      {children}
    </aside>
  );
}
