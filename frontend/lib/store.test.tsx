import { act, render, screen } from "@testing-library/react";
import type { JSX } from "react";
import { renderToString } from "react-dom/server";
import { expect, it, vi } from "vitest";
import { type Store, storeOf, useStore } from "./store";

const drawn = vi.fn();

function Size({ store }: { store: Store<string> }): JSX.Element {
  const size = useStore(store, ({ length }) => length, -1);
  drawn();
  return <p>{size}</p>;
}

it("draws anew who asks, when what was chosen is another", () => {
  const store = storeOf("milk");
  render(<Size store={store} />);
  expect(screen.getByText("4")).toBeVisible();
  drawn.mockClear();
  act(() => store.set("rice"));
  expect(drawn).not.toHaveBeenCalled();
  act(() => store.set("bread"));
  expect(screen.getByText("5")).toBeVisible();
  expect(store.get()).toBe("bread");
});

it("is on the server what it is at first", () => {
  expect(renderToString(<Size store={storeOf("milk")} />)).toBe("<p>-1</p>");
});

it("tells nobody who no longer listens", () => {
  const store = storeOf(0);
  const [stays, goes] = [vi.fn(), vi.fn()];
  store.subscribe(stays);
  store.subscribe(goes)();
  store.set(1);
  expect(stays).toHaveBeenCalledOnce();
  expect(goes).not.toHaveBeenCalled();
});
