import { fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
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

  it("asks to be closed by a press beside it, not by one in it", () => {
    const { onClose } = open();
    fireEvent.mouseDown(screen.getByRole("textbox", { name: "Name" }));
    expect(onClose).not.toHaveBeenCalled();
    fireEvent.mouseDown(screen.getByRole("dialog"));
    expect(onClose).toHaveBeenCalledOnce();
  });

  it("takes a phone's way back for a wish to close, and does not go by itself", () => {
    const { onClose } = open();
    const cancel = new Event("cancel", { cancelable: true });
    fireEvent(screen.getByRole("dialog"), cancel);
    expect(cancel.defaultPrevented).toBe(true);
    expect(onClose).toHaveBeenCalledOnce();
  });
});
