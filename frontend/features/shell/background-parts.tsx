"use client";
import type { JSX } from "react";
import { LiveUpdates } from "@/features/live/live-updates";

export function BackgroundParts(): JSX.Element {
  return <LiveUpdates />;
}
