import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { refusal, serve } from "@/tests/api";
import { aCard, aProject, aTask } from "@/tests/fixtures";
import { renderInApp } from "@/tests/render";
import { Answer } from "./message";
import { ToolCardView } from "./tool-card";

const NONE: ReadonlySet<string> = new Set();

describe("Answer", () => {
  it("shows paragraphs, lists and bold text", () => {
    serve({});
    renderInApp(<Answer text={"You **could**:\n- rest\n- read"} cards={[]} undone={NONE} />);
    expect(screen.getAllByRole("listitem").map((item) => item.textContent)).toEqual(["rest", "read"]);
    expect(screen.getByText("could").tagName).toBe("STRONG");
  });

  it("makes nothing of markup but text", () => {
    serve({});
    const text = '<img src="x" onerror="alert(1)"> [link](javascript:alert(1)) ** not bold ** snake_case_name 2*3*4';
    const { container } = renderInApp(<Answer text={text} cards={[]} undone={NONE} />);
    expect(screen.getByText(text)).toBeVisible();
    expect(container.querySelector("img, a, strong")).toBeNull();
  });

  it("does not say again what a card shows", () => {
    serve({});
    renderInApp(<Answer text={"1 task due today:\n- Pay rent, today"} cards={[aCard()]} undone={NONE} />);
    expect(screen.getByText("1 task due today.")).toBeVisible();
    expect(screen.getAllByText(/Pay rent/)).toHaveLength(1);
  });
});

describe("Answer of before", () => {
  it.each([
    ["stopped", "Stopped"],
    ["failed", "The answer broke off."],
  ] as const)("tells that it was %s, below what had come of it", (state, words) => {
    serve({});
    renderInApp(<Answer text="Half an ans" cards={[]} undone={NONE} details={{ state }} />);
    expect(screen.getByText("Half an ans").compareDocumentPosition(screen.getByText(words))).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  });

  it("has nothing to tell when it came to its end", () => {
    serve({});
    renderInApp(<Answer text="All of it." cards={[]} undone={NONE} details={{ state: "done" }} />);
    expect(screen.queryByText(/Stopped|broke off/)).not.toBeInTheDocument();
  });

  it.each([
    ["is not offered another try", undefined, 0],
    ["keeps the place of another try that is not possible yet", null, 1],
  ])("%s", (_, onRetry, count) => {
    serve({});
    renderInApp(<Answer text="Yes." cards={[]} undone={NONE} onRetry={onRetry} />);
    const buttons = screen.queryAllByRole("button", { name: "Try again" });
    expect(buttons).toHaveLength(count);
    for (const button of buttons) expect(button).toBeDisabled();
  });
});

describe("Answer that asks", () => {
  it("does not list twice what it asks about, but keeps what it found besides", () => {
    serve({});
    const approval = { id: "a", tool: "delete_tasks", title: "Delete 1 task?", tasks: [aTask()], status: "pending" as const };
    const besides = aCard({ id: "b", title: "Found another", tasks: [aTask({ id: "other", title: "Call Mum" })] });
    renderInApp(<Answer text="" cards={[aCard(), besides]} undone={NONE} details={{ approval }} />);
    expect(screen.getAllByText("Pay rent")).toHaveLength(1);
    expect(screen.getByText("Call Mum")).toBeVisible();
  });
});

describe("ToolCardView", () => {
  it("lists tasks with their dates, and no more than fit", () => {
    serve({});
    const tasks = Array.from({ length: 10 }, (_, index) =>
      aTask({ id: `t${index}`, title: `Task ${index}`, due_at: "2026-11-26T16:00:00Z" }),
    );
    renderInApp(<ToolCardView card={aCard({ title: "Found 10 tasks", tasks })} undone={false} />);
    const card = within(screen.getByRole("region", { name: "Found 10 tasks" }));
    expect(card.getAllByText("Tomorrow 17:00")).toHaveLength(8);
    expect(card.getByText("and 2 more")).toBeVisible();
  });

  it("offers nothing to undo when nothing was changed", () => {
    serve({});
    renderInApp(<ToolCardView card={aCard()} undone={false} />);
    expect(screen.queryByRole("button")).not.toBeInTheDocument();
  });

  it("says Undone instead of offering it once it is", () => {
    serve({});
    renderInApp(<ToolCardView card={aCard({ change_group: "g" })} undone />);
    expect(screen.getByText("Undone")).toBeVisible();
    expect(screen.queryByRole("button", { name: "Undo" })).not.toBeInTheDocument();
  });

  it("calls the undoing of an undo what it is", () => {
    serve({});
    renderInApp(<ToolCardView card={aCard({ tool: "undo", title: "Undone", change_group: "g" })} undone={false} />);
    expect(screen.getByRole("button", { name: "Redo" })).toBeVisible();
  });

  it("keeps the offer when undoing is refused, and says why", async () => {
    serve({
      "GET /api/projects": () => ({ items: [aProject()] }),
      "POST /api/changes/g/undo": () => refusal(409, "undo-conflict", "Not undone: “Pay rent” was changed since."),
    });
    renderInApp(<ToolCardView card={aCard({ change_group: "g" })} undone={false} />);
    await userEvent.click(screen.getByRole("button", { name: "Undo" }));
    expect((await screen.findAllByText("Not undone: “Pay rent” was changed since.")).length).toBeGreaterThan(0);
    await waitFor(() => expect(screen.getByRole("button", { name: "Undo" })).toBeEnabled());
  });
});
