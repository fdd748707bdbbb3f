// Whether somebody is at a touch screen, whose keyboard covers half of what there is to see.

/** Whoever came with a key has a keyboard of another kind. */
export function isByFinger(): boolean {
  return window.matchMedia("(pointer: coarse)").matches && document.activeElement?.matches(":focus-visible") !== true;
}
