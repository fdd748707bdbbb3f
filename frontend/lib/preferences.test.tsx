import { afterEach, describe, expect, it } from "vitest";
import { applyTheme } from "@/features/shell/theme";
import { remember, toChatOpen, toTheme } from "./preferences";

afterEach(() => {
  document.cookie = "todo_theme=; Max-Age=0";
  delete document.documentElement.dataset.theme;
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

  it("leaves the choice to the device", () => {
    applyTheme("dark");
    applyTheme("system");
    expect(document.documentElement.dataset.theme).toBeUndefined();
    expect(document.cookie).toContain("todo_theme=system");
  });
});
