import type { JSX } from "react";
import { LateNotFound } from "@/features/shell/late-notices";

/** Within the app's own frame. */
export default function NotFound(): JSX.Element {
  return <LateNotFound />;
}
