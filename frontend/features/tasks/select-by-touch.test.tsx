import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import type { JSX } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { useDrag } from "./drag";
import { HOLD_MS, useSelectByTouch } from "./select-by-touch";
import { selection } from "./selection";

const onOpen = vi.fn();
const onFold = vi.fn();

function Row({ id }: { id: string }): JSX.Element {
  return (
    <div data-task-id={id}>
      <button type="button" data-task-title onClick={onOpen}>
        <span>{id}</span>
      </button>
      <button type="button" aria-expanded aria-label={`fold ${id}`} onClick={onFold} />
    </div>
  );
}

function Page(): JSX.Element {
  useSelectByTouch();
  const drag = useDrag(vi.fn());
  return (
    <main>
      <Row id="one" />
      <Row id="two" />
      <div data-drop="inbox" {...drag}>
        <Row id="three" />
      </div>
    </main>
  );
}

const title = (name: string): HTMLElement => screen.getByRole("button", { name });
const selected = (): string[] => [...selection.get()];

function press(target: HTMLElement, ms: number, pointerType = "touch"): void {
  fireEvent.pointerDown(target, { button: 0, pointerType, clientX: 5, clientY: 5 });
  act(() => void vi.advanceTimersByTime(ms));
  fireEvent.pointerUp(target, { pointerType });
  fireEvent.click(target);
  act(() => void vi.runOnlyPendingTimers());
}

const hold = (target: HTMLElement): void => press(target, HOLD_MS + 80);
const tap = (target: HTMLElement): void => press(target, 50);

beforeEach(() => {
  vi.useFakeTimers();
  onOpen.mockReset();
  onFold.mockReset();
  selection.clear();
  // Nothing is laid out here.
  document.elementFromPoint = () => null;
  render(<Page />);
});

afterEach(() => {
  vi.useRealTimers();
  selection.clear();
});

describe("a finger", () => {
  it("opens what it taps as long as nothing is selected", () => {
    tap(title("one"));
    expect(onOpen).toHaveBeenCalledOnce();
    expect(selected()).toEqual([]);
  });

  it("selects what it holds, and letting go opens nothing", () => {
    hold(title("one"));
    expect(selected()).toEqual(["one"]);
    expect(onOpen).not.toHaveBeenCalled();
  });

  it("from then on puts in what it taps, and takes out what is in", () => {
    hold(title("one"));
    tap(title("two"));
    tap(title("three"));
    expect(selected()).toEqual(["one", "two", "three"]);
    tap(title("one"));
    expect(selected()).toEqual(["two", "three"]);
    expect(onOpen).not.toHaveBeenCalled();
    tap(title("two"));
    tap(title("three"));
    tap(title("three"));
    expect(onOpen).toHaveBeenCalledOnce();
  });

  it("selects a row that can be dragged once, not twice", () => {
    hold(title("three"));
    expect(selected()).toEqual(["three"]);
    hold(title("three"));
    expect(selected()).toEqual([]);
    expect(onOpen).not.toHaveBeenCalled();
  });

  it("that moves scrolls, however long it takes", () => {
    fireEvent.pointerDown(title("one"), { button: 0, pointerType: "touch", clientX: 5, clientY: 5 });
    fireEvent.pointerMove(title("one"), { pointerType: "touch", clientX: 5, clientY: 30 });
    act(() => void vi.advanceTimersByTime(HOLD_MS * 2));
    expect(selected()).toEqual([]);
  });

  it("that the browser takes over to scroll selects nothing", () => {
    fireEvent.pointerDown(title("one"), { button: 0, pointerType: "touch", clientX: 5, clientY: 5 });
    fireEvent.pointerCancel(title("one"), { pointerType: "touch" });
    act(() => void vi.advanceTimersByTime(HOLD_MS * 2));
    expect(selected()).toEqual([]);
  });

  it("that was down already before anybody listened spoils no later tap", () => {
    cleanup();
    const row = document.createElement("p");
    row.dataset.lifted = "";
    document.body.append(row);
    render(<Page />);
    fireEvent.pointerUp(document.body, { pointerType: "touch" });
    row.remove();
    tap(title("one"));
    expect(onOpen).toHaveBeenCalledOnce();
  });

  it("still folds, while something is selected", () => {
    hold(title("one"));
    tap(title("fold two"));
    expect(onFold).toHaveBeenCalledOnce();
    expect(selected()).toEqual(["one"]);
  });
});

it("leaves a mouse and the keys what they mean", () => {
  hold(title("one"));
  press(title("two"), HOLD_MS * 2, "mouse");
  expect(onOpen).toHaveBeenCalledOnce();
  tap(title("two"));
  fireEvent.keyDown(title("two"), { key: "Enter" });
  fireEvent.click(title("two"));
  expect(onOpen).toHaveBeenCalledTimes(2);
  expect(selected()).toEqual(["one", "two"]);
});
