import { afterEach, describe, expect, it } from "vitest";
import { applyTheme } from "@/features/shell/theme";
import { barColor } from "./bar-color";
import { remember, toChatOpen, toTheme } from "./preferences";

afterEach(() => {
  document.cookie = "todo_theme=; Max-Age=0";
  delete document.documentElement.dataset.theme;
  for (const meta of document.querySelectorAll("meta[name=theme-color]")) meta.remove();
});

describe("cookies", () => {
  it("are read with anything unknown as the default", () => {
    expect(["dark", "light", "system", "<script>", undefined].map(toTheme)).toEqual([
      "dark",
      "light",
      "system",
      "system",
      "system",
    ]);
    expect(["open", "closed", undefined].map(toChatOpen)).toEqual([true, false, true]);
  });

  it("are written", () => {
    remember("todo_theme", "dark");
    expect(document.cookie).toContain("todo_theme=dark");
  });
});

describe("applyTheme", () => {
  it("takes effect at once and is remembered", () => {
    applyTheme("dark");
    expect(document.documentElement.dataset.theme).toBe("dark");
    expect(document.cookie).toContain("todo_theme=dark");
  });

  it("colors the bars of the browser like the page", () => {
    for (const device of ["light", "dark"] as const) {
      const meta = Object.assign(document.createElement("meta"), { name: "theme-color", media: `(prefers-color-scheme: ${device})` });
      document.head.append(meta);
    }
    const shown = (): string[] => [...document.querySelectorAll<HTMLMetaElement>("meta[name=theme-color]")].map(({ content }) => content);
    const [light, dark] = [barColor("system", "light"), barColor("system", "dark")];
    expect(light).not.toBe(dark);
    applyTheme("dark");
    expect(shown()).toEqual([dark, dark]);
    applyTheme("light");
    expect(shown()).toEqual([light, light]);
    applyTheme("system");
    expect(shown()).toEqual([light, dark]);
  });

  it("leaves the choice to the device", () => {
    applyTheme("dark");
    applyTheme("system");
    expect(document.documentElement.dataset.theme).toBeUndefined();
    expect(document.cookie).toContain("todo_theme=system");
  });
});
