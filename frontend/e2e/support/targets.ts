// What a finger meets: the places around a control at which it, or a control beside it, takes the touch.
import type { Page } from "@playwright/test";

/** Half of the 44 pixels that both Apple and the WCAG (2.5.5) ask for, less what rounding takes. */
const REACH_PX = 21;

/** Names of controls in sight whose surroundings take no touch: a finger that is meant for them may miss. */
export async function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate((reach) => {
    const controls = "a[href], button, input, select, textarea, label, [role=option], [tabindex='0']";
    const isIn = ({ left, right, top, bottom }: DOMRect): boolean =>
      right > left && bottom > top && left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight;
    const answers = (x: number, y: number): boolean => {
      // Beyond the edge of the screen there is no finger.
      if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) return true;
      return document.elementFromPoint(x, y)?.closest(controls) != null;
    };
    const isBehind = (control: Element, box: DOMRect, x: number, y: number): boolean => {
      if (x <= box.left || x >= box.right || y <= box.top || y >= box.bottom) return false;
      const there = document.elementFromPoint(x, y);
      return there !== null && !control.contains(there) && !there.contains(control);
    };
    const isSmall = (control: Element): boolean => {
      // What can't be pressed yet is none.
      if (control.matches(":disabled")) return false;
      const box = control.getBoundingClientRect();
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
      const onTop = document.elementFromPoint(x, y)?.closest(controls) === control;
      if (!isIn(box) || !onTop) return false;
      const around = [[x - reach, y], [x + reach, y], [x, y - reach], [x, y + reach]] as const;
      // What lies half behind a bar is scrolled out from below it.
      if (around.some(([across, down]) => isBehind(control, box, across, down))) return false;
      return !around.every(([across, down]) => answers(across, down));
    };
    const name = (control: Element): string => control.getAttribute("aria-label") ?? (control.textContent.trim() || control.outerHTML.slice(0, 80));
    // A link within a sentence is as high as its line; a label only adds to what it belongs to.
    const all = [...document.querySelectorAll(controls)].filter((control) => control.closest("p, label") === null);
    return all.filter(isSmall).map(name);
  }, REACH_PX);
}
