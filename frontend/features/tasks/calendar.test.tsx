import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import type { User } from "@/lib/api/types";
import { aUser } from "@/tests/fixtures";
import { renderInApp } from "@/tests/render";
import { Calendar } from "./calendar";

function open(chosen: string | null = "2026-11-26", me: Partial<User> = {}): ReturnType<typeof vi.fn> {
  const onChoose = vi.fn();
  renderInApp(<Calendar chosen={chosen} onChoose={onChoose} />, aUser(me));
  return onChoose;
}

describe("Calendar", () => {
  it("shows the month of the chosen day, and which day is today", () => {
    open();
    expect(screen.getByRole("grid", { name: "November 2026" })).toBeVisible();
    expect(screen.getByRole("gridcell", { selected: true })).toHaveTextContent("26");
    expect(screen.getByRole("button", { current: "date" })).toHaveAccessibleName("Wednesday 25 November 2026");
  });

  it("tells on which days there are tasks", () => {
    renderInApp(<Calendar chosen={null} marked={new Set(["2026-11-27"])} onChoose={vi.fn()} />);
    expect(screen.getAllByRole("button", { name: /has tasks$/ })).toEqual([screen.getByRole("button", { name: "Friday 27 November 2026, has tasks" })]);
  });

  it.each([
    ["monday", "Monday", "Sunday"],
    ["sunday", "Sunday", "Saturday"],
    ["saturday", "Saturday", "Friday"],
  ] as const)("begins weeks on %s", (week_start, first, last) => {
    open(null, { week_start });
    const heads = screen.getAllByRole("columnheader").map((head) => head.getAttribute("abbr"));
    expect([heads[0], heads[6]]).toEqual([first, last]);
  });

  it.each([
    ["{ArrowRight}", "2026-11-27"],
    ["{ArrowLeft}", "2026-11-25"],
    ["{ArrowDown}", "2026-12-03"],
    ["{ArrowUp}", "2026-11-19"],
    ["{Home}", "2026-11-23"],
    ["{End}", "2026-11-29"],
    ["{PageDown}", "2026-12-26"],
    ["{PageUp}{ArrowRight}", "2026-10-27"],
  ])("%s goes to a day, and Enter takes it", async (keys, day) => {
    const onChoose = open();
    screen.getByRole("button", { name: "Thursday 26 November 2026" }).focus();
    await userEvent.keyboard(`${keys}{Enter}`);
    expect(onChoose.mock.calls).toEqual([[day]]);
  });

  it("is one stop for Tab, and turns the page with its buttons", async () => {
    const onChoose = open();
    await userEvent.click(screen.getByRole("button", { name: "Next month" }));
    expect(screen.getByRole("grid", { name: "December 2026" })).toBeVisible();
    await userEvent.tab();
    expect(screen.getByRole("button", { name: "Saturday 26 December 2026" })).toHaveFocus();
    await userEvent.click(screen.getByRole("button", { name: "Previous month" }));
    await userEvent.click(screen.getByRole("button", { name: "Monday 9 November 2026" }));
    expect(onChoose.mock.calls).toEqual([["2026-11-09"]]);
  });
});
