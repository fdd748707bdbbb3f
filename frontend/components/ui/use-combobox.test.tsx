import { fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { type JSX, useState } from "react";
import { describe, expect, it, vi } from "vitest";
import { useCombobox } from "./use-combobox";

const NAMES = ["one", "two", "three"];

function Chooser({ onChoose, onSubmit }: { onChoose: (name: string | undefined) => void; onSubmit?: () => void }): JSX.Element {
  const [text, setText] = useState("");
  const found = NAMES.filter((name) => name.includes(text));
  const box = useCombobox({ count: found.length, onChoose: (index) => onChoose(found[index]), onSubmit });
  const type = (typed: string): void => {
    setText(typed);
    box.point(0);
  };
  return (
    <>
      <input {...box.field} aria-label="Find" value={text} onChange={(event) => type(event.target.value)} />
      <div id={box.listId} role="listbox" aria-label="Found">
        {found.map((name, index) => (
          <div key={name} {...box.option(index)} aria-selected={index === box.active}>
            {name}
          </div>
        ))}
      </div>
    </>
  );
}

function open(onSubmit?: () => void): { field: HTMLElement; onChoose: ReturnType<typeof vi.fn> } {
  const onChoose = vi.fn();
  render(<Chooser onChoose={onChoose} {...(onSubmit === undefined ? {} : { onSubmit })} />);
  return { field: screen.getByRole("combobox"), onChoose };
}

const pointed = (field: HTMLElement): string | null | undefined =>
  document.getElementById(field.getAttribute("aria-activedescendant") ?? "")?.textContent;

describe("useCombobox", () => {
  it.each([
    ["{ArrowDown}", "two"],
    ["{ArrowDown}{ArrowDown}{ArrowDown}", "one"],
    ["{ArrowUp}", "three"],
    ["t", "two"],
    ["{ArrowDown}{ArrowDown}t", "two"],
  ])("after %s Enter chooses %s, of which the field tells", async (keys, name) => {
    const { field, onChoose } = open();
    await userEvent.type(field, keys);
    expect(pointed(field)).toBe(name);
    await userEvent.keyboard("{Enter}");
    expect(onChoose.mock.calls).toEqual([[name]]);
    expect(field).toHaveFocus();
  });

  it("chooses nothing where nothing is listed, and comes back to the first", async () => {
    const { field, onChoose } = open();
    await userEvent.type(field, "x{ArrowDown}{ArrowUp}{Enter}");
    expect(onChoose).not.toHaveBeenCalled();
    expect(field).not.toHaveAttribute("aria-activedescendant");
    await userEvent.type(field, "{Backspace}");
    expect(pointed(field)).toBe("one");
  });

  it("keeps what is meant in sight", async () => {
    const { field } = open();
    const seen = vi.spyOn(screen.getByRole("option", { name: "two" }), "scrollIntoView");
    await userEvent.type(field, "{ArrowDown}");
    expect(seen).toHaveBeenCalledWith({ block: "nearest" });
  });

  it("a click chooses and leaves the focus in the field", async () => {
    const { field, onChoose } = open();
    await userEvent.click(field);
    await userEvent.click(screen.getByRole("option", { name: "three" }));
    expect(onChoose.mock.calls).toEqual([["three"]]);
    expect(field).toHaveFocus();
  });

  it("with Ctrl, Enter hands over where somebody wants it", async () => {
    const onSubmit = vi.fn();
    const { field, onChoose } = open(onSubmit);
    await userEvent.type(field, "{Control>}{Enter}{/Control}");
    expect(onSubmit).toHaveBeenCalledOnce();
    expect(onChoose).not.toHaveBeenCalled();
  });

  it("leaves keys to whoever composes a character", () => {
    const { field, onChoose } = open();
    fireEvent.keyDown(field, { key: "Enter", isComposing: true });
    expect(onChoose).not.toHaveBeenCalled();
  });
});
