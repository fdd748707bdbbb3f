"use client";
// What stands in place of a page that failed or isn't there: brought in only when it is needed, or when there is time.
import { type JSX, Suspense } from "react";
import { lazyPart } from "@/lib/lazy-part";

export const PageError = lazyPart(async () => (await import("./page-error")).PageError);
const NotFoundNotice = lazyPart(async () => (await import("./not-found-notice")).NotFoundNotice);

export function LatePageError({ onRetry }: { onRetry: () => void }): JSX.Element {
  return (
    <Suspense fallback={null}>
      <PageError onRetry={onRetry} />
    </Suspense>
  );
}

export function LateNotFound(): JSX.Element {
  return (
    <Suspense fallback={null}>
      <NotFoundNotice />
    </Suspense>
  );
}
