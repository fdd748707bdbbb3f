// The chosen theme: on the page at once, in a cookie for the next first paint.
import { barColor } from "@/lib/bar-color";
import { remember, THEME_COOKIE, type Theme } from "@/lib/preferences";

export function applyTheme(theme: Theme): void {
  remember(THEME_COOKIE, theme);
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    meta.content = barColor(theme, meta.media.includes("dark") ? "dark" : "light");
  }
}
