// Screen sizes that the code has to know; the style sheet knows the rest.

/** As wide as the layout's `xl`, from which on the assistant stands beside the list. */
const WIDE = "(min-width: 80rem)";

export function isWide(): boolean {
  return window.matchMedia(WIDE).matches;
}
