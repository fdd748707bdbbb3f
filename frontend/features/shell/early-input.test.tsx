import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { type JSX, useState } from "react";
import { expect, it, vi } from "vitest";
import { EarlyInput } from "./early-input";

it("takes the focus and the letters, and hands the focus back when it goes", async () => {
  const onType = vi.fn();
  const onEscape = vi.fn();
  function Page(): JSX.Element {
    const [early, setEarly] = useState(false);
    return (
      <>
        <button
          type="button"
          onKeyDown={(event) => {
            event.preventDefault();
            setEarly(true);
          }}
        >
          Row
        </button>
        <button type="button" onClick={() => setEarly(false)} tabIndex={-1}>
          Arrived
        </button>
        {early && <EarlyInput initial="Pay " onType={onType} onEscape={onEscape} />}
      </>
    );
  }
  render(<Page />);
  screen.getByRole("button", { name: "Row" }).focus();
  await userEvent.keyboard("q");
  await userEvent.keyboard("rent");
  expect(onType).toHaveBeenLastCalledWith("Pay rent");
  await userEvent.keyboard("{Escape}");
  expect(onEscape).toHaveBeenCalledOnce();
  screen.getByRole("button", { name: "Arrived" }).click();
  await vi.waitFor(() => expect(screen.getByRole("button", { name: "Row" })).toHaveFocus());
});
