import { act, render, screen } from "@testing-library/react";
import type { JSX } from "react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { ClockProvider, useClock } from "./clock";
import { useDebounced } from "./use-debounced";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

function Face(): JSX.Element {
  const { today, time } = useClock();
  return <p>{`${today} ${time}`}</p>;
}

function show(startedAt: string): void {
  render(
    <ClockProvider zone="Europe/Berlin" startedAt={startedAt}>
      <Face />
    </ClockProvider>,
  );
}

it("starts with the server's moment, whatever the browser's clock says", () => {
  vi.setSystemTime("2026-11-25T12:34:56Z");
  show("2026-11-25T10:00:00Z");
  expect(screen.getByText("2026-11-25 11:00")).toBeVisible();
});

it("goes on by itself, over midnight in the person's zone", () => {
  vi.setSystemTime("2026-11-25T22:59:50Z");
  show("2026-11-25T22:59:50Z");
  act(() => {
    vi.advanceTimersByTime(20_000);
  });
  expect(screen.getByText("2026-11-26 00:00")).toBeVisible();
});

it("looks at the time when the page is seen again", () => {
  show("2026-11-25T10:00:00Z");
  vi.setSystemTime("2026-11-27T07:00:00Z");
  act(() => {
    document.dispatchEvent(new Event("visibilitychange"));
  });
  expect(screen.getByText("2026-11-27 08:00")).toBeVisible();
});

it("gives a value once it stands still", () => {
  function Settled({ value }: { value: string }): JSX.Element {
    return <p>{useDebounced(value, 100)}</p>;
  }
  const { rerender } = render(<Settled value="a" />);
  for (const value of ["ab", "abc"]) {
    rerender(<Settled value={value} />);
    act(() => {
    vi.advanceTimersByTime(60);
  });
    expect(screen.getByText("a")).toBeVisible();
  }
  act(() => {
    vi.advanceTimersByTime(40);
  });
  expect(screen.getByText("abc")).toBeVisible();
});
