import { fireEvent, render, screen } from "@testing-library/react";
import type { JSX } from "react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { type Drop, useDrag } from "./drag";

function List({ onDrop, onPress }: { onDrop: (drop: Drop) => void; onPress: () => void }): JSX.Element {
  return (
    <div data-drop="inbox" {...useDrag(onDrop)}>
      <div data-task-id="one">
        <button type="button" data-task-title onClick={onPress}>
          <span>One</span>
        </button>
      </div>
    </div>
  );
}

const onDrop = vi.fn();
const onPress = vi.fn();
const row = (): HTMLElement => screen.getByRole("button");
const ghost = (): Element | null => document.querySelector(".drag-ghost");

beforeEach(() => {
  onDrop.mockReset();
  onPress.mockReset();
  // Nothing is laid out here: everything is where the list is.
  document.elementFromPoint = () => row();
  render(<List onDrop={onDrop} onPress={onPress} />);
});

// What swallows the press of letting go is gone by then.
afterEach(() => new Promise((done) => setTimeout(done)));

function drag(): void {
  fireEvent.pointerDown(row(), { button: 0, clientX: 0, clientY: 0 });
  fireEvent.pointerMove(document, { clientX: 0, clientY: 20 });
  fireEvent.pointerMove(document, { clientX: 0, clientY: 40 });
}

it("takes a row along and puts it where it is let go, which is no press of what is there", () => {
  drag();
  expect(ghost()).toHaveTextContent("One");
  fireEvent.pointerUp(document);
  expect(ghost()).toBeNull();
  expect(onDrop).toHaveBeenCalledExactlyOnceWith({ id: "one", list: "inbox", beforeId: null, parentId: null });
  fireEvent.click(row());
  expect(onPress).not.toHaveBeenCalled();
});

it("lets the first press after that through, however quick it is", async () => {
  drag();
  fireEvent.pointerUp(document);
  await new Promise((done) => setTimeout(done));
  fireEvent.pointerDown(row(), { button: 0 });
  fireEvent.pointerUp(document);
  fireEvent.click(row());
  expect(onPress).toHaveBeenCalledOnce();
  expect(onDrop).toHaveBeenCalledOnce();
});

it("is called off by Escape", () => {
  drag();
  fireEvent.keyDown(document, { key: "Escape" });
  fireEvent.pointerUp(document);
  expect(ghost()).toBeNull();
  expect(onDrop).not.toHaveBeenCalled();
});

it("is a press when it has not moved", () => {
  fireEvent.pointerDown(row(), { button: 0 });
  fireEvent.pointerUp(document);
  fireEvent.click(row());
  expect(onPress).toHaveBeenCalledOnce();
  expect(onDrop).not.toHaveBeenCalled();
});
