import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { serve } from "@/tests/api";
import { aCard, aTask } from "@/tests/fixtures";
import { renderInApp } from "@/tests/render";
import type { Approval } from "./contract";
import type { ChatEvent } from "./events";
import { type ChatAction, chatReducer, type Turn } from "./turn";
import { TurnView } from "./turn-view";

const NONE: ReadonlySet<string> = new Set();
const APPROVAL: Approval = { id: "a1", tool: "delete_tasks", title: "Delete 1 task?", tasks: [aTask()], status: "pending" };

/** A turn after these events, and then perhaps something that ends it. */
function turnOf(events: ChatEvent[], ...ends: ChatAction[]): Turn {
  const actions: ChatAction[] = [...events.map((event) => ({ type: "event" as const, event })), ...ends];
  const begun = chatReducer({ conversationId: null, title: null, turn: null }, { type: "say", message: "hello" });
  const { turn } = actions.reduce(chatReducer, begun);
  if (turn === null) throw new Error("no turn");
  return turn;
}

interface Shown {
  onDecide: ReturnType<typeof vi.fn>;
  onRetry: ReturnType<typeof vi.fn>;
}

function show(turn: Turn): Shown {
  serve({});
  const shown = { onDecide: vi.fn(), onRetry: vi.fn() };
  renderInApp(<TurnView turn={turn} undone={NONE} {...shown} />);
  return shown;
}

const call = (id: string, name: string): ChatEvent => ({ event: "tool_call", data: { id, name } });
const text = (delta: string): ChatEvent => ({ event: "text", data: { delta } });
const DONE: ChatEvent = { event: "done", data: { message_id: "m" } };

describe("tools at work", () => {
  it.each([
    ["add_tasks", "Adding tasks…"],
    ["find_tasks", "Looking through your tasks…"],
    ["get_task", "Looking at a task…"],
    ["overview", "Getting an overview…"],
    ["activity", "Looking up what was changed…"],
    ["search", "Searching…"],
    ["fetch", "Opening what was found…"],
    ["undo", "Undoing…"],
    ["make_coffee", "Working…"],
    ["hasOwnProperty", "Working…"],
  ])("%s: %s", (name, words) => {
    show(turnOf([call("1", name)]));
    expect(screen.getByText(words)).toBeVisible();
    expect(screen.queryByText("Thinking…")).not.toBeInTheDocument();
  });

  it("are shown each, also two of a kind", () => {
    show(turnOf([call("1", "find_tasks"), call("2", "find_tasks"), call("3", "overview")]));
    expect(screen.getAllByText("Looking through your tasks…")).toHaveLength(2);
    expect(screen.getByText("Getting an overview…")).toBeVisible();
  });

  it("stay at work when the card of another comes", () => {
    show(turnOf([call("1", "find_tasks"), call("2", "overview"), { event: "tool_card", data: aCard({ id: "1" }) }]));
    expect(screen.queryByText("Looking through your tasks…")).not.toBeInTheDocument();
    expect(screen.getByText("Getting an overview…")).toBeVisible();
  });

  it.each<[string, ChatEvent | ChatAction]>([
    ["done", DONE],
    ["stopped", { type: "stop" }],
    ["asking", { event: "approval", data: APPROVAL }],
  ])("are none once the turn is %s", (_, end) => {
    show("type" in end ? turnOf([call("1", "overview")], end) : turnOf([call("1", "overview"), end]));
    expect(screen.queryByText("Getting an overview…")).not.toBeInTheDocument();
  });
});

describe("how a turn ends", () => {
  it("is tried again when it was stopped before anything came", async () => {
    const { onRetry } = show(turnOf([], { type: "stop" }));
    expect(screen.getByText("hello")).toBeVisible();
    expect(screen.getByText("Stopped")).toBeVisible();
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    expect(onRetry).toHaveBeenCalledOnce();
  });

  it.each([
    ["urn:todo:problem:broken-off", "The connection broke off before the answer was complete."],
    ["urn:todo:problem:backend-unavailable", "The server is not answering right now. Nothing was changed; try again in a moment."],
    ["urn:todo:problem:turn-timeout", "The answer took too long. Ask again, or for less at once."],
    ["urn:todo:problem:shutting-down", "The server is restarting. Ask again in a moment."],
    ["urn:todo:problem:internal", "Something went wrong on the server. Try again in a moment."],
    ["urn:todo:problem:no-such-conversation", "This conversation was deleted. Begin a new one."],
    ["urn:todo:problem:something-new", "What the server says."],
    ["about:blank", "What the server says."],
  ])("tells of %s and keeps what had come", (type, words) => {
    const problem = { type, title: "Error", status: 500, detail: "What the server says." };
    show(turnOf([text("Half an ans")], { type: "fail", problem }));
    expect(screen.getByRole("alert")).toHaveTextContent(words);
    expect(screen.getByText("Half an ans")).toBeVisible();
  });

  it("offers one retry, not two, below an answer that failed", () => {
    const problem = { type: "about:blank", title: "Error", status: 500, detail: "Broke." };
    show(turnOf([text("Half")], { type: "fail", problem }));
    expect(screen.getAllByRole("button", { name: "Try again" })).toHaveLength(1);
  });

  it("shows nothing at all for an answer without words or cards", () => {
    show(turnOf([DONE]));
    expect(screen.queryByText("Assistant:")).not.toBeInTheDocument();
    expect(screen.queryByText("Thinking…")).not.toBeInTheDocument();
    expect(screen.queryByRole("button")).not.toBeInTheDocument();
  });
});

describe("a question of the assistant's", () => {
  it("can be decided when the turn is through, not before, and not tried again meanwhile", async () => {
    const asking: ChatEvent[] = [{ event: "approval", data: APPROVAL }];
    show(turnOf(asking));
    expect(screen.getByRole("button", { name: "Do it" })).toBeDisabled();
    const { onDecide } = show(turnOf([...asking, DONE]));
    await userEvent.click(screen.getAllByRole("button", { name: "Do it" }).at(-1) ?? document.body);
    expect(onDecide).toHaveBeenCalledExactlyOnceWith(APPROVAL, true);
    expect(screen.queryByRole("button", { name: "Try again" })).not.toBeInTheDocument();
  });
});

describe("a notice", () => {
  it.each([
    ["model-unavailable", "The model can’t be reached. The built-in assistant answers instead."],
    ["model-refused-key", "The model’s provider refused the key. The built-in assistant answers instead."],
    ["model-steps", "The model took too many steps. The built-in assistant answers instead."],
    ["model-quota", "The model’s quota is used up. The built-in assistant answers instead."],
    ["budget", "Today’s budget for the model is used up. The built-in assistant answers instead."],
    ["of-tomorrow", "In the server's own words."],
  ])("%s: %s", (kind, words) => {
    show(turnOf([{ event: "notice", data: { kind, detail: "In the server's own words." } }]));
    expect(screen.getByRole("status")).toHaveTextContent(words);
  });
});
