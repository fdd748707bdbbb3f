"use client";
// What a line in a list is understood to mean, below it. Comes once something is written.
import type { JSX } from "react";
import type { QuickAddSpan } from "@/lib/api/types";
import { useQuickAddPreview } from "./queries";
import { QuickAddChips } from "./quick-add-chips";
import { type Stretch, withoutRejected } from "./quick-add-rejected";
import { fittingSpans } from "./quick-add-spans";

interface InlineChipsProps {
  id: string;
  text: string;
  projectId: string;
  rejected: readonly Stretch[];
  onReject: (spans: readonly QuickAddSpan[]) => void;
}

export function InlineChips({ id, text, projectId, rejected, onReject }: InlineChipsProps): JSX.Element | null {
  const preview = useQuickAddPreview(text, { projectId, day: undefined }, rejected);
  const spans = withoutRejected(fittingSpans(text, preview.data?.spans ?? []), rejected);
  if (spans.length === 0) return null;
  return (
    <div className="basis-full pl-8 empty:hidden">
      <QuickAddChips
        id={id}
        preview={preview.data}
        spans={spans}
        // Where it goes unless the line says so can be seen.
        projectId=""
        day={undefined}
        onReject={onReject}
        onNoDay={() => undefined}
      />
    </div>
  );
}
