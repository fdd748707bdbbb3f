// Which of many things a person means by a few letters. Pure.

import { folded } from "@/lib/folded";

/**
 * How well a label answers to a text; null when it does not. Every word of the text must stand somewhere in the label;
 * the beginning of the label counts most, then beginnings of its words. Smaller is better.
 */
export function rank(label: string, text: string): number | null {
  const hay = folded(label);
  const wanted = folded(text).trim();
  if (hay.startsWith(wanted)) return 0;
  const words = wanted.split(/\s+/);
  let worst = 0;
  for (const [index, word] of words.entries()) {
    const own = rankOfWord(hay, word, index === 0);
    if (own === null) return null;
    worst = Math.max(worst, own);
  }
  return worst;
}

function rankOfWord(hay: string, word: string, first: boolean): number | null {
  if (first && hay.startsWith(word)) return 0;
  const at = hay.indexOf(word);
  if (at === -1) return null;
  return hay.split(/[^\p{L}\p{N}]+/u).some((part) => part.startsWith(word)) ? 1 : 2;
}

/** The things that answer, best first; of equals, in the order they came in. An empty text is answered by all. */
export function matching<Thing extends { label: string }>(things: readonly Thing[], text: string): Thing[] {
  return things
    .map((thing) => ({ thing, rank: rank(thing.label, text) }))
    .filter((one): one is { thing: Thing; rank: number } => one.rank !== null)
    .sort((first, second) => first.rank - second.rank)
    .map(({ thing }) => thing);
}
