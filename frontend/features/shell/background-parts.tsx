"use client";
import type { JSX } from "react";
import { LiveUpdates } from "@/features/live/live-updates";
import { OfflineMode } from "@/features/offline/offline-mode";
import { useScreenKeyboard } from "./screen-keyboard";

export function BackgroundParts(): JSX.Element {
  useScreenKeyboard();
  return (
    <>
      <LiveUpdates />
      <OfflineMode />
    </>
  );
}
