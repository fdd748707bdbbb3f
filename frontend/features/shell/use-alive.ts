"use client";
import { useEffect } from "react";
import { tellAlive } from "@/lib/alive";

/** For what a page shows: whoever draws it tells that it answers now. */
export function useAlive(): void {
  useEffect(tellAlive, []);
}
