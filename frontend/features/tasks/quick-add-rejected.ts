// The parts of a quick-add line that somebody has put back: they are title, whatever they look like. Pure.
import type { QuickAddSpan } from "@/lib/api/types";

export interface Stretch {
  start: number;
  end: number;
}

/** Where the stretches are after the text was edited; one that was itself edited may be understood anew. */
export function moveRejected(rejected: readonly Stretch[], before: string, after: string): Stretch[] {
  const start = commonStart(before, after);
  const end = commonEnd(before, after, start);
  const grown = after.length - before.length;
  return rejected.flatMap((stretch) => {
    if (stretch.end <= start) return [stretch];
    if (stretch.start >= before.length - end) return [{ start: stretch.start + grown, end: stretch.end + grown }];
    return [];
  });
}

export function withoutRejected(spans: readonly QuickAddSpan[], rejected: readonly Stretch[]): QuickAddSpan[] {
  return spans.filter((span) => !rejected.some(({ start, end }) => start < span.end && span.start < end));
}

/** The span that ends where the caret stands. */
export function spanBefore(spans: readonly QuickAddSpan[], caret: number): QuickAddSpan | undefined {
  return spans.find((span) => span.end === caret);
}

function commonStart(first: string, second: string): number {
  const most = Math.min(first.length, second.length);
  let count = 0;
  while (count < most && first[count] === second[count]) count += 1;
  return count;
}

function commonEnd(first: string, second: string, start: number): number {
  const most = Math.min(first.length, second.length) - start;
  let count = 0;
  while (count < most && first.at(-1 - count) === second.at(-1 - count)) count += 1;
  return count;
}
