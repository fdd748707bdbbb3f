import type { JSX } from "react";
import { LateNotFound } from "@/features/shell/late-notices";

export default function NotFound(): JSX.Element {
  return (
    <main className="grid min-h-dvh place-items-center">
      <LateNotFound />
    </main>
  );
}
