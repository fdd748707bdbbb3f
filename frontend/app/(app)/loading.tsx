import type { JSX } from "react";
import { PageSkeleton } from "@/features/shell/page-skeleton";

export default function Loading(): JSX.Element {
  return <PageSkeleton />;
}
