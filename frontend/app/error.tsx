"use client";
import type { JSX } from "react";
import { PageError } from "@/features/shell/page-error";

export default function AppError({ retry }: { retry: () => void }): JSX.Element {
  return (
    <main className="grid min-h-dvh place-items-center">
      <PageError onRetry={retry} />
    </main>
  );
}
