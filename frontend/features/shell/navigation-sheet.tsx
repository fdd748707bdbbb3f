"use client";
// The navigation on phones, from the side.
import type { JSX } from "react";
import { Sheet } from "@/components/ui/sheet";
import { useTexts } from "@/lib/texts/texts-provider";
import { Sidebar } from "./sidebar";

export function NavigationSheet({ onClose }: { onClose: () => void }): JSX.Element {
  const { t } = useTexts();
  return (
    <Sheet onClose={onClose} side="left" title={t("shell.navigation")} className="w-72 bg-sidebar">
      <Sidebar />
    </Sheet>
  );
}
