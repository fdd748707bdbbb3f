import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { JSX } from "react";
import { createPortal } from "react-dom";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { keepFocusSomewhere } from "./focus-heir";
import { Modal } from "./modal";

interface Setup {
  onClose: () => void;
  around: () => void;
}

function open(): Setup {
  const setup = { onClose: vi.fn(), around: vi.fn() };
  render(
    // Stands for the page, which has keys of its own.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div onKeyDown={setup.around}>
      <Modal onClose={setup.onClose} aria-label="Layer">
        <button type="button">Close</button>
        <input aria-label="Address" readOnly />
        <input aria-label="Name" />
      </Modal>
    </div>,
  );
  return setup;
}

describe("Modal", () => {
  it("puts the focus where one can write", () => {
    open();
    expect(screen.getByRole("textbox", { name: "Name" })).toHaveFocus();
  });

  it("gives the focus to nothing else on the way there", () => {
    const focused: string[] = [];
    const note = ({ target }: FocusEvent): void => void focused.push((target as HTMLElement).ariaLabel ?? "button");
    document.addEventListener("focusin", note);
    open();
    document.removeEventListener("focusin", note);
    expect(focused).toHaveLength(1);
  });

  it("asks to be closed by Escape, which goes no further", async () => {
    const { onClose, around } = open();
    await userEvent.keyboard("{Escape}");
    expect(onClose).toHaveBeenCalledOnce();
    expect(around).not.toHaveBeenCalled();
    // Whether it goes is up to whoever opened it.
    expect(screen.getByRole("dialog", { name: "Layer" })).toBeVisible();
  });

  it("asks to be closed by Escape, too, once what had the focus is gone, which the layer gets back", async () => {
    onTestFinished(keepFocusSomewhere());
    const onClose = vi.fn();
    const withButton = (there: boolean): JSX.Element => (
      <Modal onClose={onClose} aria-label="Layer">
        {there && <button type="button">Once</button>}
      </Modal>
    );
    const { rerender } = render(withButton(true));
    expect(screen.getByRole("button", { name: "Once" })).toHaveFocus();
    rerender(withButton(false));
    await waitFor(() => expect(screen.getByRole("dialog")).toHaveFocus());
    await userEvent.keyboard("{Escape}");
    expect(onClose).toHaveBeenCalledOnce();
  });

  it("asks to be closed by a press beside it, not by one in it, and keeps the focus", () => {
    const { onClose } = open();
    fireEvent.mouseDown(screen.getByRole("textbox", { name: "Name" }));
    fireEvent.mouseDown(screen.getByRole("dialog"));
    expect(onClose).not.toHaveBeenCalled();
    const beside = screen.getByRole("dialog").parentElement ?? document.body;
    expect(fireEvent.mouseDown(beside)).toBe(false);
    expect(onClose).toHaveBeenCalledOnce();
  });

  it("is all there is for screen readers, but for messages, and gives back the focus and the page", async () => {
    render(
      <>
        <button type="button">Behind</button>
        <div aria-live="polite">Saved</div>
      </>,
    );
    screen.getByRole("button", { name: "Behind" }).focus();
    const { unmount } = render(
      <Modal onClose={vi.fn()} aria-label="Layer">
        <input aria-label="Name" />
      </Modal>,
    );
    await waitFor(() => expect(screen.queryByRole("button", { name: "Behind" })).not.toBeInTheDocument());
    expect(screen.getByText("Saved").closest("[aria-hidden]")).toBeNull();
    expect(screen.getByRole("dialog", { name: "Layer" })).toHaveAttribute("aria-modal", "true");
    unmount();
    expect(screen.getByRole("button", { name: "Behind" })).toHaveFocus();
  });

  it("closes one at a time, the one above first", async () => {
    const outer = vi.fn();
    const inner = vi.fn();
    const withInner = (open: boolean): JSX.Element => (
      <Modal onClose={outer} aria-label="Outer">
        <input aria-label="Name" />
        {open &&
          createPortal(
            <Modal onClose={inner} aria-label="Inner">
              <input aria-label="Day" />
            </Modal>,
            document.body,
          )}
      </Modal>
    );
    const { rerender } = render(withInner(false));
    rerender(withInner(true));
    expect(screen.getByRole("textbox", { name: "Day" })).toHaveFocus();
    await userEvent.keyboard("{Escape}");
    expect(inner).toHaveBeenCalledOnce();
    fireEvent.mouseDown(screen.getByRole("dialog", { name: "Inner" }).parentElement ?? document.body);
    expect(inner).toHaveBeenCalledTimes(2);
    expect(outer).not.toHaveBeenCalled();
    rerender(withInner(false));
    expect(screen.getByRole("textbox", { name: "Name" })).toHaveFocus();
  });
});

describe("a phone's way back", () => {
  class Watcher {
    static made: Watcher[] = [];
    onclose: (() => void) | null = null;
    destroyed = false;
    constructor() {
      Watcher.made.push(this);
    }
    destroy(): void {
      this.destroyed = true;
    }
  }

  it("is taken for a wish to close, as often as somebody goes back, until it is closed", () => {
    Watcher.made = [];
    vi.stubGlobal("CloseWatcher", Watcher);
    const onClose = vi.fn();
    const { unmount } = render(<Modal onClose={onClose} aria-label="Layer" />);
    for (const times of [1, 2]) {
      Watcher.made.at(-1)?.onclose?.();
      expect(onClose).toHaveBeenCalledTimes(times);
      expect(Watcher.made).toHaveLength(times + 1);
    }
    unmount();
    expect(Watcher.made.at(-1)?.destroyed).toBe(true);
    vi.unstubAllGlobals();
  });
});
