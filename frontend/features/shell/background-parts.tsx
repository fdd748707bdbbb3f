"use client";
import { type JSX, Suspense, useState } from "react";
import { LiveUpdates } from "@/features/live/live-updates";
import { OfflineMode } from "@/features/offline/offline-mode";
import { lazyPart } from "@/lib/lazy-part";

const TouchParts = lazyPart(async () => (await import("./touch-parts")).TouchParts);

export function BackgroundParts(): JSX.Element {
  const [hasTouch] = useState(() => window.matchMedia("(any-pointer: coarse)").matches);
  return (
    <>
      <LiveUpdates />
      <OfflineMode />
      <Suspense fallback={null}>{hasTouch && <TouchParts />}</Suspense>
    </>
  );
}
