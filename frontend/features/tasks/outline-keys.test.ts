import { expect, it } from "vitest";
import { stepKey } from "./outline-keys";

const key = (name: string, change: Partial<Record<"altKey" | "ctrlKey" | "metaKey" | "shiftKey", boolean>> = {}) => ({
  key: name,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  ...change,
});

it("leaves Tab alone until moving has begun", () => {
  expect(stepKey(key("Tab"), false)).toBeNull();
  expect(stepKey(key("ArrowDown"), false)).toBeNull();
  expect(stepKey(key("m"), false)).toBe("arrange");
  expect(stepKey(key("a"), false)).toBe("addBelow");
});

it("moves at once with Alt, in both modes", () => {
  for (const arranging of [false, true]) {
    expect(stepKey(key("ArrowUp", { altKey: true }), arranging)).toBe("up");
    expect(stepKey(key("ArrowRight", { altKey: true }), arranging)).toBe("indent");
    expect(stepKey(key("m", { altKey: true }), arranging)).toBeNull();
  }
});

it.each(["Enter", "Escape", "m"])("%j ends moving", (name) => {
  expect(stepKey(key(name), true)).toBe("done");
});

it("moves with plain keys while moving", () => {
  expect(stepKey(key("Tab"), true)).toBe("indent");
  expect(stepKey(key("Tab", { shiftKey: true }), true)).toBe("outdent");
  expect(stepKey(key("j"), true)).toBe("down");
  expect(stepKey(key("ArrowLeft"), true)).toBe("outdent");
  expect(stepKey(key("Tab", { ctrlKey: true }), true)).toBeNull();
});
