import { fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { JSX } from "react";
import { useState } from "react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { focusFirst, keepFocusInside, tabAround } from "./focus-inside";

function Layer(): JSX.Element {
  const [more, setMore] = useState(true);
  return (
    <>
      <button type="button">Behind</button>
      {/* Stands for a modal layer. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div role="dialog" tabIndex={-1} onKeyDown={(event) => event.key === "Tab" && tabAround(event.currentTarget, event)}>
        <button type="button">First</button>
        {more && (
          <button type="button" onClick={() => setMore(false)}>
            Once
          </button>
        )}
        <button type="button">Last</button>
        <button type="button" tabIndex={-1}>
          Out of the way
        </button>
      </div>
      <div popover="manual">
        <button type="button">Above</button>
      </div>
    </>
  );
}

const button = (name: string): HTMLElement => screen.getByRole("button", { name, hidden: true });
const layer = (): HTMLElement => screen.getByRole("dialog");
let release: (() => void) | undefined;

function open(): void {
  render(<Layer />);
  release = keepFocusInside(layer());
}

afterEach(() => release?.());

describe("tabAround", () => {
  it("goes from the last to the first, past what the key does not lead to, and back", async () => {
    open();
    button("First").focus();
    const seen: (string | null)[] = [];
    for (let step = 0; step < 3; step += 1) {
      await userEvent.tab();
      seen.push(document.activeElement?.textContent ?? null);
    }
    expect(seen).toEqual(["Once", "Last", "First"]);
    await userEvent.tab({ shift: true });
    expect(button("Last")).toHaveFocus();
  });

  it("goes to the last one, too, when the layer itself has the focus", async () => {
    open();
    layer().focus();
    await userEvent.tab({ shift: true });
    expect(button("Last")).toHaveFocus();
  });

  it("stays in a layer that holds nothing to go to", async () => {
    render(
      <>
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <div role="dialog" tabIndex={-1} onKeyDown={(event) => tabAround(event.currentTarget, event)} />
        <button type="button">Behind</button>
      </>,
    );
    layer().focus();
    await userEvent.tab();
    expect(layer()).toHaveFocus();
  });
});

describe("keepFocusInside", () => {
  it("fetches the focus back from what is behind, to where it was last", () => {
    open();
    button("Last").focus();
    button("Behind").focus();
    expect(button("Last")).toHaveFocus();
  });

  it("fetches it back to the layer where that is gone", async () => {
    open();
    await userEvent.click(button("Once"));
    button("Behind").focus();
    expect(layer()).toHaveFocus();
  });

  it("leaves it to what lies above", () => {
    open();
    button("First").focus();
    button("Above").focus();
    expect(button("Above")).toHaveFocus();
  });

  it("lets go when it ends", () => {
    open();
    button("First").focus();
    release?.();
    button("Behind").focus();
    expect(button("Behind")).toHaveFocus();
  });
});

describe("focusFirst", () => {
  it("chooses what one writes in, before what comes before it", () => {
    render(
      <div role="dialog" tabIndex={-1}>
        <button type="button">Close</button>
        <input aria-label="Address" readOnly />
        <input aria-label="Name" />
      </div>,
    );
    focusFirst(layer());
    expect(screen.getByRole("textbox", { name: "Name" })).toHaveFocus();
  });

  it("chooses what the Tab key leads to first, or else the layer", () => {
    const { rerender } = render(
      <div role="dialog" tabIndex={-1}>
        <button type="button" disabled>
          Not now
        </button>
        <button type="button">Close</button>
      </div>,
    );
    focusFirst(layer());
    expect(button("Close")).toHaveFocus();
    rerender(<div role="dialog" tabIndex={-1} />);
    fireEvent.blur(document.body);
    focusFirst(layer());
    expect(layer()).toHaveFocus();
  });
});

describe("with a finger", () => {
  const field = (): HTMLElement => screen.getByRole("textbox");

  function layerOf(lookFirst: boolean): void {
    render(
      <div role="dialog" tabIndex={-1}>
        <form data-look-first={lookFirst ? "" : undefined}>
          <input aria-label="Name" />
        </form>
      </div>,
    );
  }

  function withPointer(isCoarse: boolean): void {
    vi.stubGlobal("matchMedia", () => ({ matches: isCoarse }));
  }

  afterEach(() => withPointer(false));

  it("a field that most come past takes no focus, and brings no keyboard", () => {
    withPointer(true);
    layerOf(true);
    focusFirst(layer());
    expect(layer()).toHaveFocus();
  });

  it("a layer that is opened to write in it begins in its field", () => {
    withPointer(true);
    layerOf(false);
    focusFirst(layer());
    expect(field()).toHaveFocus();
  });

  it("whoever came with a key, or has a mouse, goes on writing", () => {
    layerOf(true);
    focusFirst(layer());
    expect(field()).toHaveFocus();
  });
});
