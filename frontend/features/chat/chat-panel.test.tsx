import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { JSX } from "react";
import { describe, expect, it, vi } from "vitest";
import type { ChatMessage } from "@/lib/api/types";
import { type Answers, asked, refusal, serve } from "@/tests/api";
import { aCard, aGroup, aMessage, aProject } from "@/tests/fixtures";
import { renderInApp } from "@/tests/render";
import { ChatPanel } from "./chat-panel";
import type { ChatEvent } from "./events";
import { useChat } from "./use-chat";

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
        "POST /api/chat": () => (refuse ? refusal(503, "database-unavailable", "Away for a moment.") : stream.response),
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
});
