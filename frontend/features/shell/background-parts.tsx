"use client";
import { type JSX, useEffect } from "react";
import { keepFocusSomewhere } from "@/components/ui/focus-heir";
import { LiveUpdates } from "@/features/live/live-updates";
import { OfflineMode } from "@/features/offline/offline-mode";
import { useScreenKeyboard } from "./screen-keyboard";

export function BackgroundParts(): JSX.Element {
  useScreenKeyboard();
  useEffect(() => keepFocusSomewhere(), []);
  return (
    <>
      <LiveUpdates />
      <OfflineMode />
    </>
  );
}
