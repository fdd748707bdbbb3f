// Which parts of a quick-add line were understood. Pure.
import type { QuickAddSpan } from "@/lib/api/types";

export interface Piece {
  text: string;
  /** Null where it is plain title. */
  span: QuickAddSpan | null;
}

/** The line cut at its spans. Spans of an earlier text that no longer fit this one are left out. */
export function toPieces(text: string, spans: readonly QuickAddSpan[]): Piece[] {
  const pieces: Piece[] = [];
  let position = 0;
  for (const span of fittingSpans(text, spans)) {
    if (span.start < position) continue;
    if (span.start > position) pieces.push({ text: text.slice(position, span.start), span: null });
    pieces.push({ text: span.text, span });
    position = span.end;
  }
  if (position < text.length) pieces.push({ text: text.slice(position), span: null });
  return pieces;
}

export function fittingSpans(text: string, spans: readonly QuickAddSpan[]): QuickAddSpan[] {
  return spans
    .filter(({ start, end, text: taken }) => text.slice(start, end) === taken)
    .sort((first, second) => first.start - second.start);
}
