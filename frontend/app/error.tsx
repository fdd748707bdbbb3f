"use client";
import type { JSX } from "react";
import { LatePageError } from "@/features/shell/late-notices";

export default function AppError({ retry }: { retry: () => void }): JSX.Element {
  return (
    <main className="grid min-h-dvh place-items-center">
      <LatePageError onRetry={retry} />
    </main>
  );
}
