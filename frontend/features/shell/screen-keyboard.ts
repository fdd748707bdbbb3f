// The keyboard of a touch screen: whether it is there, and how much of the page lies behind it. Android's takes its place
// from the page. Apple's lies over it, so that what stands at the foot has to be lifted by that much.
import { useEffect } from "react";

/** Bars of a browser that come and go are lower than every keyboard. */
const LOWEST_PX = 150;

export function useScreenKeyboard(): void {
  useEffect(() => {
    const seen = window.visualViewport;
    if (seen === null || !window.matchMedia("(pointer: coarse)").matches) return;
    // Of each width, as a phone may be turned.
    const tallest = new Map<number, number>();
    const look = (): void => {
      // It may have been there before anybody looked.
      const before = tallest.get(window.innerWidth) ?? window.innerHeight;
      const height = seen.height * seen.scale;
      tallest.set(window.innerWidth, Math.max(before, height));
      tell(before - height >= LOWEST_PX, window.innerHeight - height - seen.offsetTop);
    };
    look();
    seen.addEventListener("resize", look);
    seen.addEventListener("scroll", look);
    return () => {
      seen.removeEventListener("resize", look);
      seen.removeEventListener("scroll", look);
      tell(false, 0);
    };
  }, []);
}

/** For the style sheet. */
function tell(isThere: boolean, behindPx: number): void {
  const root = document.documentElement;
  root.toggleAttribute("data-keyboard", isThere);
  if (isThere) root.style.setProperty("--keyboard", `${Math.max(0, Math.round(behindPx))}px`);
  else root.style.removeProperty("--keyboard");
}
