// The parts of a line that somebody has put back, while the line goes on being written.
import { useState } from "react";
import type { QuickAddSpan } from "@/lib/api/types";
import { moveRejected, type Stretch } from "./quick-add-rejected";

interface Rejected {
  rejected: readonly Stretch[];
  /** The text as it is from now on; what was put back goes along with it. */
  write: (text: string) => void;
  reject: (spans: readonly QuickAddSpan[]) => void;
}

export function useRejected(text: string, setText: (text: string) => void): Rejected {
  const [rejected, setRejected] = useState<readonly Stretch[]>([]);
  return {
    rejected,
    write: (next) => {
      setRejected(moveRejected(rejected, text, next));
      setText(next);
    },
    reject: (spans) => setRejected([...rejected, ...spans.map(({ start, end }) => ({ start, end }))]),
  };
}
