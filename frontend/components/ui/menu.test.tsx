import { act, fireEvent, screen } from "@testing-library/react";
import type { JSX } from "react";
import userEvent from "@testing-library/user-event";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { lazyPart } from "@/lib/lazy-part";
import { renderInTexts } from "@/tests/render";
import { Menu, MenuList } from "./menu";
import { MenuItem, MenuSeparator } from "./menu-list";

const chosen = vi.fn<(name: string) => void>();
const around = vi.fn();

// As in the app, where the list is fetched with the first idle moment.
beforeAll(async () => {
  MenuList.preload();
  await vi.dynamicImportSettled();
});

beforeEach(() => {
  chosen.mockReset();
  around.mockReset();
  renderInTexts(
    // Stands for a row with keys of its own.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div onKeyDown={around}>
      <Menu label="Options">
        {["Edit", "Move", "Mail"].map((name) => (
          <MenuItem key={name} onSelect={() => chosen(name)}>
            {name}
          </MenuItem>
        ))}
        <MenuSeparator />
        <MenuItem danger onSelect={() => chosen("Delete")}>
          Delete
        </MenuItem>
      </Menu>
      <p>Elsewhere</p>
    </div>,
  );
});

const button = (): HTMLElement => screen.getByRole("button", { name: "Options" });
const item = (name: string): HTMLElement => screen.getByRole("menuitem", { name });

describe("Menu", () => {
  it("opens and closes with its button, and says so", async () => {
    expect(screen.queryByRole("menu")).not.toBeInTheDocument();
    await userEvent.click(button());
    expect(screen.getByRole("menu")).toBeVisible();
    expect(button()).toHaveAttribute("aria-expanded", "true");
    expect(button()).toHaveAttribute("aria-controls", screen.getByRole("menu").id);
    await userEvent.click(button());
    expect(screen.queryByRole("menu")).not.toBeInTheDocument();
  });

  it("is moved through with arrows, Home, End and first letters", async () => {
    button().focus();
    await userEvent.keyboard("{ArrowDown}");
    expect(item("Edit")).toHaveFocus();
    for (const [key, name] of [
      ["{ArrowUp}", "Delete"],
      ["{ArrowDown}", "Edit"],
      ["m", "Move"],
      ["m", "Mail"],
      ["m", "Move"],
      ["{End}", "Delete"],
      ["{Home}", "Edit"],
      ["x", "Edit"],
    ] as const) {
      await userEvent.keyboard(key);
      expect(item(name), key).toHaveFocus();
    }
  });

  it("does what is chosen, once, and gives the focus back", async () => {
    button().focus();
    await userEvent.keyboard("{Enter}{ArrowDown}{Enter}");
    expect(chosen).toHaveBeenCalledExactlyOnceWith("Move");
    expect(screen.queryByRole("menu")).not.toBeInTheDocument();
    expect(button()).toHaveFocus();
  });

  it.each(["{Escape}", "{Tab}"])("closes with %s and gives the focus back", async (key) => {
    await userEvent.click(button());
    await userEvent.keyboard(key);
    expect(screen.queryByRole("menu")).not.toBeInTheDocument();
    expect(button()).toHaveFocus();
    expect(chosen).not.toHaveBeenCalled();
  });

  it("closes with a press elsewhere, and when what it hangs on moves", async () => {
    for (const leave of [
      () => fireEvent.pointerDown(screen.getByText("Elsewhere")),
      () => fireEvent.scroll(document),
      () => fireEvent(window, new Event("resize")),
    ]) {
      await userEvent.click(button());
      leave();
      expect(screen.queryByRole("menu")).not.toBeInTheDocument();
    }
  });

  it("keeps its keys to itself", async () => {
    await userEvent.click(button());
    around.mockReset();
    await userEvent.keyboard("x{ArrowDown}{Delete}");
    expect(around).not.toHaveBeenCalled();
  });

  it("waits for items that are on their way, and leads into them then", async () => {
    const arrive = Promise.withResolvers<() => JSX.Element>();
    const Items = lazyPart(() => arrive.promise);
    renderInTexts(
      <Menu label="More">
        <Items />
      </Menu>,
    );
    await userEvent.click(screen.getByRole("button", { name: "More" }));
    expect(screen.queryByRole("menu")).not.toBeInTheDocument();
    arrive.resolve(() => <MenuItem onSelect={() => chosen("Late")}>Late</MenuItem>);
    expect(await screen.findByRole("menuitem", { name: "Late" })).toHaveFocus();
  });
});

describe("a phone's way back", () => {
  it("closes the menu, and chooses nothing", async () => {
    const watchers: { onclose: (() => void) | null }[] = [];
    class Watcher {
      onclose: (() => void) | null = null;
      destroy = vi.fn();
      constructor() {
        watchers.push(this);
      }
    }
    vi.stubGlobal("CloseWatcher", Watcher);
    await userEvent.click(screen.getByRole("button", { name: "Options" }));
    expect(screen.getByRole("menu")).toBeVisible();
    act(() => watchers.at(-1)?.onclose?.());
    expect(screen.queryByRole("menu")).not.toBeInTheDocument();
    expect(chosen).not.toHaveBeenCalled();
    vi.stubGlobal("CloseWatcher", undefined);
  });
});
