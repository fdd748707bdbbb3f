"use client";
import type { JSX } from "react";
import { LiveUpdates } from "@/features/live/live-updates";
import { OfflineMode } from "@/features/offline/offline-mode";

export function BackgroundParts(): JSX.Element {
  return (
    <>
      <LiveUpdates />
      <OfflineMode />
    </>
  );
}
