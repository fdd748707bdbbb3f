import { fireEvent, render, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { isShortcut, isPageOnTop } from "./keyboard";

/** What isShortcut says to a key pressed on an element. */
function pressed(element: Element, init: KeyboardEventInit = {}): boolean {
  let answer = false;
  const listen = (event: KeyboardEvent): void => {
    answer = isShortcut(event);
  };
  document.addEventListener("keydown", listen);
  fireEvent.keyDown(element, { key: "q", ...init });
  document.removeEventListener("keydown", listen);
  return answer;
}

describe("isShortcut", () => {
  it("is one on the page and on buttons", () => {
    render(<button type="button">A</button>);
    expect(pressed(document.body)).toBe(true);
    expect(pressed(screen.getByRole("button"))).toBe(true);
  });

  it("is none while typing", () => {
    render(
      <>
        <input aria-label="input" />
        <textarea aria-label="area" />
        <div contentEditable="true" data-testid="editable" suppressContentEditableWarning>
          <b>x</b>
        </div>
      </>,
    );
    expect(pressed(screen.getByLabelText("input"))).toBe(false);
    expect(pressed(screen.getByLabelText("area"))).toBe(false);
    expect(pressed(screen.getByText("x"))).toBe(false);
  });

  it("is none with a modifier, while composing, or behind a dialog", () => {
    expect(pressed(document.body, { ctrlKey: true })).toBe(false);
    expect(pressed(document.body, { metaKey: true })).toBe(false);
    expect(pressed(document.body, { isComposing: true })).toBe(false);
    render(<div aria-modal />);
    expect(pressed(document.body)).toBe(false);
  });
});

it("lets the palette open also while typing, but not over a dialog", () => {
  render(<input aria-label="input" />);
  screen.getByLabelText("input").focus();
  expect(isPageOnTop()).toBe(true);
  render(<div aria-modal />);
  expect(isPageOnTop()).toBe(false);
});
