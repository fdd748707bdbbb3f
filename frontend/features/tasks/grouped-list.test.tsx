import { render, screen, within } from "@testing-library/react";
import type { JSX } from "react";
import { describe, expect, it } from "vitest";
import { uuidv7 } from "@/lib/uuid";
import { GroupedList } from "./grouped-list";
import { beginsGroup } from "./row-groups";

const same = (id: string): string => id;

/** An id that begins a group, or none that does. */
function idThat(begins: boolean): string {
  for (;;) {
    const id = uuidv7();
    if (beginsGroup(id) === begins) return id;
  }
}

function List({ ids }: { ids: readonly string[] }): JSX.Element {
  return (
    <GroupedList label="Rows" rows={ids} idOf={same} className="" drop="here">
      {(id) => (
        <div key={id} role="listitem" data-task-id={id}>
          <button type="button" data-task-title>
            {id}
          </button>
        </div>
      )}
    </GroupedList>
  );
}

const list = (): HTMLElement => screen.getByRole("list", { name: "Rows" });
const groups = (): HTMLElement[] => within(list()).getAllByRole("presentation");

describe("GroupedList", () => {
  it("is one list of all rows, in their order", () => {
    const ids = Array.from({ length: 200 }, () => uuidv7());
    render(<List ids={ids} />);
    const items = within(list()).getAllByRole("listitem");
    expect(items.map((item) => item.textContent)).toEqual(ids);
    expect(list()).toHaveAttribute("data-drop", "here");
  });

  it("is long from 61 rows on", () => {
    const ids = Array.from({ length: 61 }, () => uuidv7());
    const { rerender } = render(<List ids={ids.slice(1)} />);
    expect(list()).not.toHaveAttribute("data-long");
    rerender(<List ids={ids} />);
    expect(list()).toHaveAttribute("data-long");
  });

  it("tells how high a group will be by how many rows it has", () => {
    const ids = [idThat(false), idThat(false), idThat(true)];
    const { rerender } = render(<List ids={ids} />);
    expect(groups().map((group) => group.style.getPropertyValue("--rows"))).toEqual(["2", "1"]);
    rerender(<List ids={ids.slice(1)} />);
    expect(groups().map((group) => group.style.getPropertyValue("--rows"))).toEqual(["1", "1"]);
  });

  it("keeps the focus on a row that goes over to the group before it", () => {
    const [first, head, focused] = [idThat(false), idThat(true), idThat(false)];
    const { rerender } = render(<List ids={[first, head, focused]} />);
    const before = screen.getByRole("button", { name: focused });
    before.focus();
    rerender(<List ids={[first, focused]} />);
    const after = screen.getByRole("button", { name: focused });
    expect(after).not.toBe(before);
    expect(after).toHaveFocus();
  });

  it("takes no focus back that went somewhere else, nor after a row that is gone", () => {
    const [first, head, second] = [idThat(false), idThat(true), idThat(false)];
    const { rerender } = render(<List ids={[first, head, second]} />);
    screen.getByRole("button", { name: second }).focus();
    screen.getByRole("button", { name: second }).blur();
    rerender(<List ids={[first, second]} />);
    expect(document.body).toHaveFocus();
    screen.getByRole("button", { name: second }).focus();
    rerender(<List ids={[first]} />);
    expect(document.body).toHaveFocus();
  });
});
