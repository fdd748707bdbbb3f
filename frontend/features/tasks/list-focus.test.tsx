import { render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { focusTask, leaveRow, moveFocus, taskIdInFocus } from "./list-focus";

beforeEach(() => {
  render(
    <main tabIndex={-1}>
      {["a", "b", "c"].map((id) => (
        <div key={id} data-task-id={id}>
          <button type="button">check {id}</button>
          <button type="button" data-task-title>
            {id}
          </button>
        </div>
      ))}
    </main>,
  );
});

const button = (name: string): HTMLElement => screen.getByRole("button", { name });

describe("moveFocus", () => {
  it("begins at the top going down, at the end going up", () => {
    moveFocus(1);
    expect(button("a")).toHaveFocus();
    button("a").blur();
    moveFocus(-1);
    expect(button("c")).toHaveFocus();
  });

  it("goes on from any control of a row and stays at the ends", () => {
    button("check b").focus();
    moveFocus(1);
    expect(button("c")).toHaveFocus();
    moveFocus(1);
    expect(button("c")).toHaveFocus();
    moveFocus(-1);
    expect(button("b")).toHaveFocus();
  });
});

describe("leaveRow", () => {
  it("hands the focus to the next row, from the last to the one before", () => {
    button("a").focus();
    leaveRow("a");
    expect(button("b")).toHaveFocus();
    button("check c").focus();
    leaveRow("c");
    expect(button("b")).toHaveFocus();
  });

  it("lets the focus be when it is somewhere else", () => {
    button("a").focus();
    leaveRow("b");
    expect(button("a")).toHaveFocus();
  });

  it("goes to the page when the last task leaves", () => {
    for (const row of document.querySelectorAll("[data-task-id]:not([data-task-id=a])")) row.remove();
    button("a").focus();
    leaveRow("a");
    expect(screen.getByRole("main")).toHaveFocus();
  });
});

describe("focusTask", () => {
  afterEach(() => vi.restoreAllMocks());

  it("goes to the title of that task, and nowhere when it is not there", () => {
    focusTask("b");
    expect(button("b")).toHaveFocus();
    focusTask("gone");
    expect(button("b")).toHaveFocus();
    expect(taskIdInFocus()).toBe("b");
  });

  it("wakes the group of a row that is out of sight, for as long as it takes to get the focus", () => {
    const group = document.createElement("div");
    group.className = "row-group";
    button("c").replaceWith(group);
    group.innerHTML = '<div data-task-id="d"><button data-task-title>d</button></div>';
    vi.spyOn(Element.prototype, "checkVisibility").mockReturnValue(false);
    const seen: string[] = [];
    button("d").addEventListener("focus", () => seen.push(group.style.getPropertyValue("content-visibility")));
    focusTask("d");
    expect(button("d")).toHaveFocus();
    expect(seen).toEqual(["visible"]);
    expect(group.style.getPropertyValue("content-visibility")).toBe("");
  });

  it("leaves a row alone that is in sight", () => {
    const asleep = vi.spyOn(CSSStyleDeclaration.prototype, "setProperty");
    focusTask("a");
    expect(asleep).not.toHaveBeenCalled();
  });
});
