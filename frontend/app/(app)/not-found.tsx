import type { JSX } from "react";
import { NotFoundNotice } from "@/features/shell/not-found-notice";

/** Within the app's own frame. */
export default function NotFound(): JSX.Element {
  return <NotFoundNotice />;
}
