"use client";
import { type JSX, Suspense, useEffect, useState } from "react";
import { keepFocusSomewhere } from "@/components/ui/focus-heir";
import { LiveUpdates } from "@/features/live/live-updates";
import { OfflineMode } from "@/features/offline/offline-mode";
import { lazyPart } from "@/lib/lazy-part";

const TouchParts = lazyPart(async () => (await import("./touch-parts")).TouchParts);

export function BackgroundParts(): JSX.Element {
  const [hasTouch] = useState(() => window.matchMedia("(any-pointer: coarse)").matches);
  useEffect(() => keepFocusSomewhere(), []);
  return (
    <>
      <LiveUpdates />
      <OfflineMode />
      <Suspense fallback={null}>{hasTouch && <TouchParts />}</Suspense>
    </>
  );
}
