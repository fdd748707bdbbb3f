import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { renderInTexts } from "@/tests/render";
import { Select } from "./select";

const onChange = vi.fn();
const around = vi.fn();
const OPTIONS = ["Home", "Work", "Garden"].map((label) => ({ value: label.toLowerCase(), label }));

beforeEach(() => {
  onChange.mockReset();
  around.mockReset();
  renderInTexts(
    // Stands for a dialog, which closes with Escape.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div onKeyDown={around}>
      <label htmlFor="project">Project</label>
      <Select id="project" value="work" options={OPTIONS} onChange={onChange} />
    </div>,
  );
});

const field = (): HTMLElement => screen.getByRole("combobox", { name: "Project" });
const option = (name: string): HTMLElement => screen.getByRole("option", { name });

describe("Select", () => {
  it("shows what is chosen, and begins there", async () => {
    expect(field()).toHaveTextContent("Work");
    await userEvent.click(field());
    expect(option("Work")).toHaveAttribute("aria-selected", "true");
    expect(option("Work")).toHaveFocus();
    expect(field()).toHaveAttribute("aria-expanded", "true");
  });

  it.each(["{ArrowDown}", "{ArrowUp}", "{Enter}", " "])("opens with %j", async (key) => {
    field().focus();
    await userEvent.keyboard(key);
    expect(screen.getByRole("listbox")).toBeVisible();
  });

  it("is chosen from by first letter", async () => {
    field().focus();
    await userEvent.keyboard("{Enter}g{Enter}");
    expect(onChange).toHaveBeenCalledExactlyOnceWith("garden");
    expect(field()).toHaveFocus();
  });

  it("says nothing when what was chosen is chosen again", async () => {
    await userEvent.click(field());
    await userEvent.click(option("Work"));
    expect(onChange).not.toHaveBeenCalled();
    expect(screen.queryByRole("listbox")).not.toBeInTheDocument();
  });

  it("closes with Escape without closing what is around it", async () => {
    await userEvent.click(field());
    around.mockReset();
    await userEvent.keyboard("{Escape}");
    expect(screen.queryByRole("listbox")).not.toBeInTheDocument();
    expect(field()).toHaveFocus();
    expect(around).not.toHaveBeenCalled();
  });
});
