import { render, screen } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { leaveRow, moveFocus } from "./list-focus";

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
