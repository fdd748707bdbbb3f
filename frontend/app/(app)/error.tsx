"use client";
import type { JSX } from "react";
import { LatePageError } from "@/features/shell/late-notices";

export default function PageErrorBoundary({ retry }: { retry: () => void }): JSX.Element {
  return <LatePageError onRetry={retry} />;
}
