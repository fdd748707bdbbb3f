"use client";
import { type JSX, useEffect } from "react";
import { keepFocusSomewhere } from "@/components/ui/focus-heir";
import { LiveUpdates } from "@/features/live/live-updates";
import { OfflineMode } from "@/features/offline/offline-mode";

export function BackgroundParts(): JSX.Element {
  useEffect(() => keepFocusSomewhere(), []);
  return (
    <>
      <LiveUpdates />
      <OfflineMode />
    </>
  );
}
