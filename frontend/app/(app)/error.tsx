"use client";
import type { JSX } from "react";
import { PageError } from "@/features/shell/page-error";

export default function PageErrorBoundary({ retry }: { retry: () => void }): JSX.Element {
  return <PageError onRetry={retry} />;
}
