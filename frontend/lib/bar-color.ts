// The colors of the browser around the page. Apart from the preferences, which every page needs at once.
import type { Theme } from "./preferences";

const PAPER = { light: "#fdfdfb", dark: "#181815" };

/** The color of the page, for the bars of the browser around it, where the device is set to `device`. */
export function barColor(theme: Theme, device: "light" | "dark"): string {
  return PAPER[theme === "system" ? device : theme];
}
