"use client";
// Tells tests that the page answers now, and since when: its frame does so earlier than what it shows.
import { useEffect } from "react";

export function useAlive(): void {
  useEffect(() => {
    document.documentElement.dataset.alive = "";
    performance.mark("alive");
  }, []);
}
