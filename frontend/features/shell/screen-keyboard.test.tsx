import { act, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { useScreenKeyboard } from "./screen-keyboard";

/** What is seen of the page: as high as is said, and moved down by so much. */
class Seen extends EventTarget {
  height = 844;
  offsetTop = 0;
  scale = 1;

  be(height: number, { offsetTop = 0, scale = 1 } = {}): void {
    Object.assign(this, { height, offsetTop, scale });
    act(() => void this.dispatchEvent(new Event("resize")));
  }
}

let seen: Seen;
const root = document.documentElement;
const isThere = (): boolean => root.hasAttribute("data-keyboard");
const behind = (): string => root.style.getPropertyValue("--keyboard");

function pageOf(width: number, height: number): void {
  Object.assign(window, { innerWidth: width, innerHeight: height });
}

beforeEach(() => {
  seen = new Seen();
  pageOf(390, 844);
  vi.stubGlobal("visualViewport", seen);
  vi.stubGlobal("matchMedia", () => ({ matches: true }));
});

afterEach(() => pageOf(1024, 768));

describe("a keyboard on the screen", () => {
  it("that takes its place from the page leaves nothing behind it", () => {
    renderHook(useScreenKeyboard);
    expect(isThere()).toBe(false);
    pageOf(390, 500);
    seen.be(500);
    expect(isThere()).toBe(true);
    expect(behind()).toBe("0px");
    pageOf(390, 844);
    seen.be(844);
    expect(isThere()).toBe(false);
    expect(behind()).toBe("");
  });

  it("that lies over the page says how much of it, less what was scrolled", () => {
    renderHook(useScreenKeyboard);
    seen.be(500);
    expect(behind()).toBe("344px");
    seen.be(500, { offsetTop: 100 });
    expect(behind()).toBe("244px");
    seen.be(500, { offsetTop: 400 });
    expect(behind()).toBe("0px");
  });

  it("that was there before anybody looked is one, too", () => {
    seen.be(500);
    renderHook(useScreenKeyboard);
    expect(isThere()).toBe(true);
    expect(behind()).toBe("344px");
  });

  it("is forgotten with what asked for it", () => {
    const { unmount } = renderHook(useScreenKeyboard);
    seen.be(500);
    unmount();
    expect(isThere()).toBe(false);
    seen.be(400);
    expect(isThere()).toBe(false);
  });
});

describe("what is none", () => {
  it("the browser's own bars that come and go", () => {
    renderHook(useScreenKeyboard);
    seen.be(844 - 100);
    expect(isThere()).toBe(false);
  });

  it("a phone that is turned, and one that is turned back", () => {
    renderHook(useScreenKeyboard);
    pageOf(844, 390);
    seen.be(390);
    expect(isThere()).toBe(false);
    seen.be(150);
    expect(isThere()).toBe(true);
    pageOf(390, 844);
    seen.be(844);
    expect(isThere()).toBe(false);
  });

  it("a page that is made larger with two fingers", () => {
    renderHook(useScreenKeyboard);
    seen.be(422, { scale: 2 });
    expect(isThere()).toBe(false);
  });

  it("a window made smaller where there is a mouse", () => {
    vi.stubGlobal("matchMedia", () => ({ matches: false }));
    renderHook(useScreenKeyboard);
    seen.be(300);
    expect(isThere()).toBe(false);
  });
});
