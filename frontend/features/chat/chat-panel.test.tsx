import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { JSX } from "react";
import { describe, expect, it, vi } from "vitest";
import { type Answers, asked, refusal, serve } from "@/tests/api";
import { aCard, aGroup, aMessage, aProject, aTask } from "@/tests/fixtures";
import { renderInApp } from "@/tests/render";
import { ChatPanel } from "./chat-panel";
import type { Approval, AssistantInfo, ChatMessage } from "./contract";
import type { ChatEvent } from "./events";
import { useChat } from "./use-chat";

const push = vi.fn();
vi.mock("next/navigation", () => ({ useRouter: () => ({ push, prefetch: vi.fn() }) }));

/** An answer whose events are sent one by one. */
class Stream {
  private controller!: ReadableStreamDefaultController<Uint8Array>;
  readonly response = new Response(
    new ReadableStream<Uint8Array>({
      start: (controller) => {
        this.controller = controller;
      },
    }),
    { headers: { "Content-Type": "text/event-stream" } },
  );

  send({ event, data }: ChatEvent): void {
    this.controller.enqueue(new TextEncoder().encode(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`));
  }

  end(): void {
    this.controller.close();
  }
}

function Panel(): JSX.Element {
  return <ChatPanel chat={useChat()} focusAtFirst onClose={vi.fn()} />;
}

interface Setup {
  messages?: ChatMessage[];
  answers?: Answers;
}

function open({ messages, answers }: Setup = {}): ReturnType<typeof serve> {
  const conversations = messages === undefined ? [] : [{ id: "c1", title: "Before" }];
  const log = serve({
    "GET /api/conversations": () => ({ items: conversations, next_cursor: null }),
    "GET /api/conversations/c1/messages": () => ({ items: messages ?? [] }),
    "GET /api/changes": () => ({ items: [aGroup({ id: "undone", undone_by: "x" })], next_cursor: null }),
    "GET /api/projects": () => ({ items: [aProject()] }),
    ...answers,
  });
  renderInApp(<Panel />);
  return log;
}

const composer = (): HTMLElement => screen.getByRole("textbox", { name: "Message to the assistant" });
const CONVERSATION: ChatEvent = { event: "conversation", data: { id: "c9", title: "due" } };
const APPROVAL: Approval = { id: "a1", tool: "delete_tasks", title: "Delete 1 task?", tasks: [aTask()], status: "pending" };
const ASSISTANT: AssistantInfo = {
  model: "small-1",
  usage: { tokens_today: 1200, token_limit: 50_000, seconds_today: 3, second_limit: null },
  suggestions: ["Move everything overdue to today"],
};
const DONE: ChatEvent = { event: "done", data: { message_id: "m" } };

async function say(message: string): Promise<void> {
  await waitFor(() => expect(screen.queryByText("What’s on your mind?") ?? screen.queryByRole("log")).not.toBeNull());
  await userEvent.type(composer(), `${message}{Enter}`);
}

describe("ChatPanel", () => {
  it("suggests things to say when nothing was said yet", async () => {
    const stream = new Stream();
    const log = open({ answers: { "POST /api/chat": () => stream.response } });
    await userEvent.click(await screen.findByRole("button", { name: "What is due today?" }));
    expect(await screen.findByText("Thinking…")).toBeVisible();
    expect(asked(log, "POST /api/chat")[0]?.body).toEqual({ message: "What is due today?" });
  });

  it("shows the answer as it comes, with the tools at work and their cards", async () => {
    const stream = new Stream();
    open({ answers: { "POST /api/chat": () => stream.response } });
    await say("due?");
    stream.send(CONVERSATION);
    stream.send({ event: "tool_call", data: { id: "call-1", name: "find_tasks" } });
    expect(await screen.findByText("Looking through your tasks…")).toBeVisible();
    expect(screen.getByRole("log")).toHaveAttribute("aria-busy", "true");
    stream.send({ event: "tool_card", data: aCard() });
    const card = await screen.findByRole("region", { name: "Found 1 task" });
    expect(within(card).getByText("Pay rent")).toBeVisible();
    expect(screen.queryByText("Looking through your tasks…")).not.toBeInTheDocument();
    stream.send({ event: "text", data: { delta: "One thing" } });
    stream.send({ event: "text", data: { delta: " is **due**." } });
    expect(await screen.findByText("due", { selector: "strong" })).toBeVisible();
    stream.send(DONE);
    await waitFor(() => expect(screen.getByRole("log")).toHaveAttribute("aria-busy", "false"));
    expect(screen.getByRole("button", { name: "Send" })).toBeVisible();
  });

  it("goes on in the same conversation and keeps what was said", async () => {
    const streams = [new Stream(), new Stream()];
    const left = [...streams];
    const log = open({ answers: { "POST /api/chat": () => left.shift()?.response } });
    await say("first");
    streams[0]?.send(CONVERSATION);
    streams[0]?.send({ event: "text", data: { delta: "Answer one" } });
    streams[0]?.send(DONE);
    await waitFor(() => expect(screen.getByRole("log")).toHaveAttribute("aria-busy", "false"));
    await say("second");
    await waitFor(() => expect(asked(log, "POST /api/chat")).toHaveLength(2));
    expect(asked(log, "POST /api/chat")[1]?.body).toEqual({ message: "second", conversation_id: "c9" });
    expect(screen.getByText("Answer one")).toBeVisible();
    expect(screen.getByText("first")).toBeVisible();
  });

  it("opens the conversation used last, and tells what was undone since", async () => {
    const cards = [
      aCard({ id: "a", tool: "complete_tasks", title: "Completed 1 task", change_group: "undone" }),
      aCard({ id: "b", tool: "add_tasks", title: "Added 1 task", change_group: "standing" }),
    ];
    open({ messages: [aMessage({ id: "1", role: "user", text: "do things" }), aMessage({ id: "2", cards })] });
    const completed = await screen.findByRole("region", { name: "Completed 1 task" });
    expect(await within(completed).findByText("Undone")).toBeVisible();
    const added = screen.getByRole("region", { name: "Added 1 task" });
    expect(within(added).getByRole("button", { name: "Undo" })).toBeVisible();
  });

  it("undoes what a card tells of", async () => {
    const cards = [aCard({ tool: "add_tasks", title: "Added 1 task", change_group: "standing" })];
    const log = open({
      messages: [aMessage({ cards })],
      answers: { "POST /api/changes/standing/undo": () => aGroup({ id: "x", undo_of: "standing" }) },
    });
    await userEvent.click(await screen.findByRole("button", { name: "Undo" }));
    expect(await screen.findByText("Undone")).toBeVisible();
    expect(asked(log, "POST /api/changes/standing/undo")).toHaveLength(1);
  });

  it("says why an answer failed and asks again", async () => {
    const stream = new Stream();
    let refuse = true;
    const log = open({
      answers: {
        "POST /api/chat": () => (refuse ? refusal(503, "away", "Away for a moment.") : stream.response),
      },
    });
    await say("due?");
    expect(await screen.findByRole("alert")).toHaveTextContent("Away for a moment.");
    refuse = false;
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    await waitFor(() => expect(asked(log, "POST /api/chat")).toHaveLength(2));
    stream.send({ event: "text", data: { delta: "Here again." } });
    expect(await screen.findByText("Here again.")).toBeVisible();
    expect(screen.getAllByText("due?")).toHaveLength(1);
  });

  it("says so when the stream ends before the answer does", async () => {
    const stream = new Stream();
    open({ answers: { "POST /api/chat": () => stream.response } });
    await say("due?");
    stream.send({ event: "text", data: { delta: "Half of" } });
    stream.end();
    expect(await screen.findByRole("alert")).toHaveTextContent("broke off");
    expect(screen.getByText("Half of")).toBeVisible();
  });

  it("stops, keeping what had come", async () => {
    const stream = new Stream();
    const left = vi.fn();
    open({ answers: { "POST /api/chat": () => stream.response } });
    const fetch = globalThis.fetch;
    vi.stubGlobal("fetch", (input: RequestInfo, init?: RequestInit) => {
      init?.signal?.addEventListener("abort", left);
      return fetch(input, init);
    });
    await say("due?");
    stream.send({ event: "text", data: { delta: "Half of" } });
    await screen.findByText("Half of");
    await userEvent.click(screen.getByRole("button", { name: "Stop" }));
    expect(left).toHaveBeenCalledOnce();
  });

  it("begins anew", async () => {
    open({ messages: [aMessage({ text: "From before" })] });
    await screen.findByText("From before");
    await userEvent.click(screen.getByRole("button", { name: "New conversation" }));
    expect(screen.getByText("What’s on your mind?")).toBeVisible();
    expect(screen.queryByText("From before")).not.toBeInTheDocument();
  });

  it("writes a new line with Shift", async () => {
    open();
    await screen.findByText("What’s on your mind?");
    await userEvent.type(composer(), "one{Shift>}{Enter}{/Shift}two");
    expect(composer()).toHaveValue("one\ntwo");
  });

  it("says when the conversation can't be loaded", async () => {
    open({ answers: { "GET /api/conversations": () => refusal(422, "invalid-input", "No.") } });
    expect(await screen.findByRole("alert")).toHaveTextContent("This conversation could not be loaded");
  });

  it("asks before it does what was asked about, and shows exactly what", async () => {
    const streams = [new Stream(), new Stream()];
    const left = [...streams];
    const log = open({ answers: { "POST /api/chat": () => left.shift()?.response } });
    await say("delete everything overdue");
    streams[0]?.send(CONVERSATION);
    streams[0]?.send({ event: "approval", data: APPROVAL });
    streams[0]?.send(DONE);
    const card = within(await screen.findByRole("region", { name: "Delete 1 task?" }));
    expect(card.getByText("Pay rent")).toBeVisible();
    await waitFor(() => expect(card.getByRole("button", { name: "Do it" })).toBeEnabled());
    await userEvent.click(card.getByRole("button", { name: "Do it" }));
    await waitFor(() => expect(asked(log, "POST /api/chat")).toHaveLength(2));
    expect(asked(log, "POST /api/chat")[1]?.body).toEqual({
      conversation_id: "c9",
      approval: { id: "a1", approve: true },
    });
    expect(await screen.findByText("Approved")).toBeVisible();
    streams[1]?.send({ event: "text", data: { delta: "Deleted." } });
    expect(await screen.findByText("Deleted.")).toBeVisible();
  });

  it("shows after a reload what still waits for a decision", async () => {
    const stream = new Stream();
    const log = open({
      messages: [aMessage({ id: "1", role: "user", text: "delete it" }), { ...aMessage({ id: "2" }), ...{ approval: APPROVAL } }],
      answers: { "POST /api/chat": () => stream.response },
    });
    await userEvent.click(await screen.findByRole("button", { name: "Don’t" }));
    expect(await screen.findByText("Not done")).toBeVisible();
    expect(asked(log, "POST /api/chat")[0]?.body).toEqual({
      conversation_id: "c1",
      approval: { id: "a1", approve: false },
    });
  });

  it("says when another assistant answers, with which model, and at what cost", async () => {
    const stream = new Stream();
    open({ answers: { "POST /api/chat": () => stream.response, "GET /api/assistant": () => ASSISTANT } });
    await say("due?");
    stream.send(CONVERSATION);
    stream.send({ event: "notice", data: { kind: "model-slow", detail: "x" } });
    expect(await screen.findByText(/The model took too long\. The built-in assistant answers instead\./)).toBeVisible();
    stream.send({ event: "text", data: { delta: "Nothing." } });
    const usage = { input_tokens: 30, output_tokens: 4 };
    stream.send({ event: "done", data: { message_id: "m", model: "small-1", usage } });
    expect(await screen.findByText("small-1, 34 tokens")).toBeVisible();
    expect(screen.getByText("small-1 answers. 1,200 of 50,000 tokens today.")).toBeVisible();
  });

  it("suggests what fits the day", async () => {
    open({ answers: { "GET /api/assistant": () => ASSISTANT } });
    expect(await screen.findByRole("button", { name: "Move everything overdue to today" })).toBeVisible();
  });

  it("has one undo for an answer that did several things", async () => {
    const cards = ["a", "b"].map((id) => aCard({ id, title: `Changed ${id}`, change_group: "whole" }));
    const message = { ...aMessage({ cards }), ...{ change_group: "whole" } };
    const log = open({ messages: [message], answers: { "POST /api/changes/whole/undo": () => aGroup({ id: "x" }) } });
    await userEvent.click(await screen.findByRole("button", { name: "Undo all of it" }));
    expect(await screen.findByText("Undone")).toBeVisible();
    expect(screen.queryByRole("button", { name: "Undo" })).not.toBeInTheDocument();
    expect(asked(log, "POST /api/changes/whole/undo")).toHaveLength(1);
  });

  it("tries the last answer again, in place of it", async () => {
    const stream = new Stream();
    const log = open({
      messages: [aMessage({ id: "1", role: "user", text: "due?" }), aMessage({ id: "2", text: "Nonsense" })],
      answers: { "POST /api/chat": () => stream.response },
    });
    await userEvent.click(await screen.findByRole("button", { name: "Try again" }));
    stream.send({ event: "text", data: { delta: "Better." } });
    expect(await screen.findByText("Better.")).toBeVisible();
    expect(screen.queryByText("Nonsense")).not.toBeInTheDocument();
    expect(screen.getAllByText("due?")).toHaveLength(1);
    expect(asked(log, "POST /api/chat")[0]?.body).toEqual({ conversation_id: "c1", retry: true });
  });
});

describe("conversations", () => {
  const OTHER = { id: "c2", title: "The move", created_at: "2026-11-24T08:00:00Z", updated_at: "2026-11-24T08:00:00Z" };

  async function list(answers: Answers = {}): Promise<ReturnType<typeof serve>> {
    const log = open({
      messages: [aMessage({ text: "From before" })],
      answers: {
        "GET /api/conversations": ({ query }) => ({
          items: query.limit === "1" ? [{ ...OTHER, id: "c1", title: "Before" }] : [OTHER],
          next_cursor: null,
        }),
        "GET /api/conversations/c2/messages": () => ({ items: [aMessage({ text: "About boxes" })] }),
        ...answers,
      },
    });
    await screen.findByText("From before");
    await userEvent.click(screen.getByRole("button", { name: "Conversations" }));
    await screen.findByRole("button", { name: /^The move/ });
    return log;
  }

  it("are found by their words and opened", async () => {
    const log = await list();
    expect(screen.getByRole("searchbox", { name: "Search conversations" })).toHaveFocus();
    await userEvent.keyboard("boxes");
    await waitFor(() => expect(asked(log, "GET /api/conversations").at(-1)?.query.text).toBe("boxes"));
    await userEvent.click(screen.getByRole("button", { name: /^The move/ }));
    expect(await screen.findByText("About boxes")).toBeVisible();
    expect(screen.getByRole("heading", { name: "The move" })).toBeVisible();
  });

  it("are renamed", async () => {
    const log = await list({ "PATCH /api/conversations/c2": () => OTHER });
    await userEvent.click(screen.getByRole("button", { name: "Options for “The move”" }));
    await userEvent.click(await screen.findByRole("menuitem", { name: "Rename" }));
    await userEvent.clear(screen.getByRole("textbox", { name: "New title" }));
    await userEvent.type(screen.getByRole("textbox", { name: "New title" }), "Boxes{Enter}");
    await waitFor(() => expect(asked(log, "PATCH /api/conversations/c2")[0]?.body).toEqual({ title: "Boxes" }));
  });

  it("are deleted after a question", async () => {
    const log = await list({ "DELETE /api/conversations/c2": () => new Response(null, { status: 204 }) });
    await userEvent.click(screen.getByRole("button", { name: "Options for “The move”" }));
    await userEvent.click(await screen.findByRole("menuitem", { name: "Delete" }));
    expect(asked(log, "DELETE /api/conversations/c2")).toHaveLength(0);
    expect(screen.getByRole("alert")).toHaveTextContent("Delete “The move”?");
    await userEvent.click(screen.getByRole("button", { name: "Delete" }));
    await waitFor(() => expect(asked(log, "DELETE /api/conversations/c2")).toHaveLength(1));
  });

  it("can be a page", async () => {
    await list();
    await userEvent.click(screen.getByRole("button", { name: "Open as a page" }));
    expect(push).toHaveBeenCalledWith("/assistant");
  });
});
