import type { JSX } from "react";
import { NotFoundNotice } from "@/features/shell/not-found-notice";

export default function NotFound(): JSX.Element {
  return (
    <main className="grid min-h-dvh place-items-center">
      <NotFoundNotice />
    </main>
  );
}
