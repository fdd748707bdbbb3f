import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { type JSX, useState } from "react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { type Answers, asked, changed, refusal, serve } from "@/tests/api";
import { aProject, aTask } from "@/tests/fixtures";
import { aFilter, aLabel } from "@/tests/list-fixtures";
import { HOME, renderInApp } from "@/tests/render";
import type { FilterTrouble } from "./filter-check";
import { FilterDialog } from "./filter-dialog";
import { FilterInput } from "./filter-input";
import { FilterPage } from "./filter-page";

const router = vi.hoisted(() => ({ push: vi.fn() }));

vi.mock("next/navigation", () => ({ useRouter: () => router, usePathname: () => "/filters/urgent" }));

beforeEach(() => router.push.mockReset());

const page = (...titles: string[]) => ({ items: titles.map((title) => aTask({ id: title, title })), next_cursor: null as string | null });

function serverWith(answers: Answers = {}): ReturnType<typeof serve> {
  return serve({
    "GET /api/filters": () => ({ items: [aFilter()] }),
    "GET /api/labels": () => ({ items: [aLabel()] }),
    "GET /api/projects": () => ({ items: [aProject(), HOME] }),
    "GET /api/tasks": () => page(),
    ...answers,
  });
}

function invalid(detail: string, start: number, end: number, suggestion: string | null = null): Response {
  const problem = { type: "urn:todo:problem:invalid-filter", title: "T", status: 422, detail, position: { start, end }, suggestion };
  return Response.json(problem, { status: 422 });
}

describe("FilterInput", () => {
  function open(initial = "", trouble: FilterTrouble | null = null) {
    function Form(): JSX.Element {
      const [value, setValue] = useState(initial);
      return <FilterInput value={value} trouble={trouble} describedBy="note" onChange={setValue} />;
    }
    serverWith();
    const { container } = renderInApp(<Form />);
    return { container, field: screen.getByRole("combobox", { name: "Finds" }) };
  }
  const offered = () => screen.queryAllByRole("option").map(({ textContent }) => textContent);

  it("offers what fits where the caret is, and replaces the whole word there", async () => {
    const { field } = open();
    await userEvent.type(field, "tod & p1{ArrowLeft>6/}{ArrowDown}{Enter}");
    expect(field).toHaveValue("today & p1");
  });

  it("offers nothing until it has the focus, and nothing once that is gone", async () => {
    const { field } = open();
    expect(offered()).toEqual([]);
    expect(field).toHaveAttribute("aria-expanded", "false");
    await userEvent.click(field);
    expect(offered()).toHaveLength(7);
    expect(field).toHaveAttribute("aria-expanded", "true");
    await userEvent.tab();
    expect(offered()).toEqual([]);
  });

  it.each([
    ["to{ArrowDown}{Enter}", "today"],
    ["to{ArrowDown}{ArrowDown}{Enter}", "tomorrow"],
    ["to{ArrowUp}{Enter}", "tomorrow"],
    ["to{ArrowDown}{ArrowUp}{Enter}", "to"],
    ["p1 & ove{ArrowDown}{Enter}", "p1 & overdue"],
    ["to{ArrowDown}{Enter} | ove{ArrowDown}{Enter}", "today | overdue"],
    ["#ho{ArrowDown}{Enter}", "#Home"],
    ["@ph{ArrowDown}{Enter}", "@phone"],
    ["to{Escape}{ArrowDown}{Enter}", "to"],
  ])("%s writes %j", async (keys, expected) => {
    const { field } = open();
    await userEvent.click(field);
    await screen.findAllByRole("option");
    await userEvent.keyboard(keys);
    expect(field).toHaveValue(expected);
  });

  it("goes on at once after a word that needs another", async () => {
    const { field } = open();
    await userEvent.type(field, "due b{ArrowDown}{Enter}");
    expect(field).toHaveValue("due before: ");
    expect(offered()).toEqual([]);
  });

  it("takes what is pressed and keeps the focus", async () => {
    const { field } = open();
    await userEvent.type(field, "rec");
    await userEvent.click(screen.getByRole("option", { name: "recurring" }));
    expect(field).toHaveValue("recurring");
    expect(field).toHaveFocus();
  });

  it.each([
    [3, 8, "tomrw"],
    [3, 3, "t"],
    [8, 8, ""],
  ])("underlines the part from %d to %d", (start, end, part) => {
    const { container, field } = open("a& tomrw", { message: "No such word.", start, end, suggestion: null });
    expect(container.querySelector("[data-trouble]")).toHaveTextContent(part, { normalizeWhitespace: false });
    expect(field).toBeInvalid();
  });
});

describe("FilterDialog", () => {
  const save = () => screen.getByRole("button", { name: "Save" });

  it("shows what the filter finds, and saves it without the blanks around", async () => {
    const log = serverWith({
      "GET /api/tasks": () => ({ ...page("Call Ada", "Pay rent"), next_cursor: "2" }),
      "POST /api/filters": () => changed(aFilter(), "g", 201),
    });
    const onClose = vi.fn();
    renderInApp(<FilterDialog filter={null} onClose={onClose} />);
    expect(screen.getByText("Join conditions with & (and), | (or) and ! (not).")).toBeVisible();
    await userEvent.type(screen.getByLabelText("Name"), " Urgent ");
    expect(save()).toBeDisabled();
    await userEvent.type(screen.getByRole("combobox"), " p1 & today ");
    expect(await screen.findByText("Call Ada · Pay rent")).toBeVisible();
    expect(asked(log, "GET /api/tasks").at(-1)?.query).toMatchObject({ filter: " p1 & today " });
    await userEvent.click(save());
    await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
    const body = asked(log, "POST /api/filters")[0]?.body as { id: string };
    expect(body).toMatchObject({ name: "Urgent", query: "p1 & today", color: "blue" });
    expect(router.push).toHaveBeenCalledWith(`/filters/${body.id}`);
  });

  it("waits with what is wrong until a word that may become one is left, and saves none of it before", async () => {
    serverWith({ "GET /api/tasks": ({ query }) => (query.filter === "ov" ? invalid("No such word.", 0, 2) : page("Call Ada")) });
    renderInApp(<FilterDialog filter={null} onClose={vi.fn()} />);
    await userEvent.type(screen.getByLabelText("Name"), "Late");
    const query = screen.getByRole("combobox");
    await userEvent.type(query, "ov");
    expect(await screen.findByRole("option", { name: "overdue" })).toBeVisible();
    await userEvent.click(screen.getByLabelText("Name"));
    expect(await screen.findByText("No such word.")).toBeVisible();
    expect(query).toHaveAttribute("aria-invalid", "true");
    await userEvent.click(query);
    expect(screen.queryByText("No such word.")).not.toBeInTheDocument();
    expect(save()).toBeDisabled();
    await userEvent.click(screen.getByRole("option", { name: "overdue" }));
    expect(await screen.findByText("Finds 1 task")).toBeVisible();
    expect(save()).toBeEnabled();
  });

  it("says what can't be read, saves none of it, and corrects it in its place", async () => {
    const log = serverWith({
      "GET /api/tasks": ({ query }) => (query.filter?.includes("tomrw") ? invalid("No such word.", 5, 10, "tomorrow") : page("Call Ada")),
      "PATCH /api/filters/urgent": () => changed(aFilter()),
    });
    const onClose = vi.fn();
    renderInApp(<FilterDialog filter={aFilter({ query: "p1 & tomrw | p2" })} onClose={onClose} />);
    expect(await screen.findByText("No such word.")).toBeVisible();
    expect(save()).toBeDisabled();
    await userEvent.type(screen.getByLabelText("Name"), "{Enter}");
    expect(asked(log, "PATCH /api/filters/urgent")).toHaveLength(0);
    await userEvent.click(screen.getByRole("button", { name: "Use “tomorrow”" }));
    expect(screen.getByRole("combobox")).toHaveValue("p1 & tomorrow | p2");
    expect(await screen.findByText("Finds 1 task")).toBeVisible();
    await userEvent.click(save());
    await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
    expect(asked(log, "PATCH /api/filters/urgent")[0]?.body).toMatchObject({ query: "p1 & tomorrow | p2" });
  });

  it("does not blame the filter when the server is away", async () => {
    const log = serverWith({ "GET /api/tasks": () => refusal(503, "database-unavailable", "Away.") });
    renderInApp(<FilterDialog filter={aFilter()} onClose={vi.fn()} />);
    await waitFor(() => expect(asked(log, "GET /api/tasks").length).toBeGreaterThan(0));
    expect(screen.getByRole("combobox")).toBeValid();
    expect(save()).toBeEnabled();
  });
});

describe("FilterPage", () => {
  async function choose(item: string): Promise<void> {
    await userEvent.click(await screen.findByRole("button", { name: "Options for Urgent" }));
    await userEvent.click(await screen.findByRole("menuitem", { name: item }));
  }

  it("shows what it looks for and what it finds", async () => {
    serverWith({ "GET /api/filters/urgent/tasks": () => page("Call Ada") });
    const { again } = renderInApp(<FilterPage id="urgent" />);
    expect(await screen.findByRole("list", { name: "Urgent" })).toHaveTextContent("Call Ada");
    expect(screen.getByText("p1 & today")).toBeVisible();
    again(<FilterPage id="unknown" />);
    expect(screen.getByRole("heading", { name: "There is nothing here", level: 1 })).toBeVisible();
  });

  it.each([
    ["done & p1", false],
    ["completed after: monday", false],
    ["p1 & today", true],
    ["search: donechka", true],
  ])("where it looks for %j, what is done leaves: %s", async (query, leaves) => {
    const done = aTask({ title: "Call Ada", completed_at: "2026-11-25T09:00:00Z" });
    serverWith({
      "GET /api/filters": () => ({ items: [aFilter({ query })] }),
      "GET /api/filters/urgent/tasks": () => ({ items: [done], next_cursor: null }),
    });
    renderInApp(<FilterPage id="urgent" />);
    const row = await screen.findByRole("listitem");
    if (leaves) expect(row).toHaveClass("animate-leave");
    else expect(row).not.toHaveClass("animate-leave");
  });

  it("opens the form, and leaves the page when the filter is deleted", async () => {
    serverWith({ "GET /api/filters/urgent/tasks": () => page(), "DELETE /api/filters/urgent": () => changed(null) });
    const { shell } = renderInApp(<FilterPage id="urgent" />);
    expect(await screen.findByText("No task answers to this filter now.")).toBeVisible();
    await choose("Edit filter");
    expect(shell.openFilter).toHaveBeenCalledExactlyOnceWith(aFilter());
    await choose("Delete filter");
    await waitFor(() => expect(router.push).toHaveBeenCalledExactlyOnceWith("/today"));
    expect((await screen.findAllByText("Deleted the filter “Urgent”")).length).toBeGreaterThan(0);
  });
});
