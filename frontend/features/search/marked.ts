// Texts cut where words were found in them. Pure; places are in UTF-16 code units, in order, and don't overlap.

export interface Found {
  start: number;
  end: number;
}

export interface Piece {
  text: string;
  found: boolean;
}

export function marked(text: string, places: readonly Found[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end } of places) {
    if (start > at) pieces.push({ text: text.slice(at, start), found: false });
    if (end > start) pieces.push({ text: text.slice(start, end), found: true });
    at = Math.max(at, end);
  }
  if (at < text.length) pieces.push({ text: text.slice(at), found: false });
  return pieces;
}

const BEFORE = 40;
const AFTER = 120;

/** The part of a long text around the first place, with the places as they are in it. */
export function around(text: string, places: readonly Found[]): { text: string; places: Found[] } {
  const first = places[0]?.start ?? 0;
  const start = first <= BEFORE ? 0 : wholeAt(text, first - BEFORE);
  const end = wholeAt(text, Math.min(text.length, first + AFTER));
  const head = start > 0 ? "…" : "";
  const shift = head.length - start;
  return {
    text: head + text.slice(start, end) + (end < text.length ? "…" : ""),
    places: places
      .filter((place) => place.start < end)
      .map((place) => ({ start: place.start + shift, end: Math.min(place.end, end) + shift })),
  };
}

/** The same place, or the one before where that would cut a sign of two code units. */
function wholeAt(text: string, at: number): number {
  return /[\uDC00-\uDFFF]/.test(text.charAt(at)) && /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) ? at - 1 : at;
}
