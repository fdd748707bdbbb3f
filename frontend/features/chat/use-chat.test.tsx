import { act, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { JSX } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Answers, type Asked, asked, refusal, serve } from "@/tests/api";
import { aMessage, aProject } from "@/tests/fixtures";
import { renderInApp } from "@/tests/render";
import { ChatHistory } from "./chat-history";
import type { Approval } from "./contract";
import { type Chat, useChat } from "./use-chat";

vi.mock("next/navigation", () => ({ useRouter: () => ({ push: vi.fn(), prefetch: vi.fn() }) }));

const C1 = { id: "c1", title: "Before", created_at: "2026-11-24T08:00:00Z", updated_at: "2026-11-24T08:00:00Z" };
const C2 = { ...C1, id: "c2", title: "The move" };

/** An answer that stays open: what is said goes to it, and it can break. */
function open(): { response: Response; say: (text: string) => void; fail: (error: Error) => void; end: () => void } {
  let stream: ReadableStreamDefaultController<Uint8Array> | null = null;
  const body = new ReadableStream<Uint8Array>({ start: (controller) => void (stream = controller) });
  const to = (): ReadableStreamDefaultController<Uint8Array> => {
    if (stream === null) throw new Error("nobody listens");
    return stream;
  };
  return {
    response: new Response(body),
    say: (text) => to().enqueue(new TextEncoder().encode(text)),
    fail: (error) => to().error(error),
    end: () => to().close(),
  };
}

const TEXT = 'event: text\ndata: {"delta":"Half"}\n\n';
const TAKEN = 'event: conversation\ndata: {"id":"c1","title":"Before"}\n\n';

const ASKED: Approval = { id: "a1", tool: "delete_tasks", title: "Delete 1 task?", tasks: [], status: "pending" };

function ends(slug: string): string {
  const problem = { type: `urn:todo:problem:${slug}`, title: "Ended", status: 503, detail: "It ended." };
  return `event: error\ndata: ${JSON.stringify(problem)}\n\n`;
}

/** The conversation as a component has it. */
async function chat(answers: Answers): Promise<{ now: () => Chat; log: Asked[] }> {
  let latest: Chat | null = null;
  function Probe(): JSX.Element {
    const current = useChat();
    latest = current;
    return <p>{current.status}</p>;
  }
  const log = serve({
    "GET /api/conversations": () => ({ items: [C1], next_cursor: null }),
    "GET /api/conversations/c1/messages": () => ({ items: [aMessage({ id: "m1", text: "From before" })] }),
    "GET /api/conversations/c2/messages": () => ({ items: [aMessage({ id: "m2", text: "About boxes" })] }),
    "GET /api/projects": () => ({ items: [aProject()] }),
    ...answers,
  });
  renderInApp(<Probe />);
  const now = (): Chat => {
    if (latest === null) throw new Error("not there yet");
    return latest;
  };
  await screen.findByText("ready");
  await waitFor(() => expect(now().messages).toHaveLength(1));
  return { now, log };
}

const RETRY = { retry: true, conversation_id: "c1" };

/** A conversation whose answers are streams: the first and so many more. After them nobody answers. */
async function chatOf(more: number): Promise<Awaited<ReturnType<typeof chat>> & { streams: ReturnType<typeof open>[] }> {
  const streams = Array.from({ length: more + 1 }, open);
  const left = [...streams];
  const answer = (): Response => left.shift()?.response ?? refusal(503, "database-unavailable", "Away.");
  return { ...(await chat({ "POST /api/chat": answer })), streams };
}

const BREAKS: [string, (stream: ReturnType<typeof open>) => void][] = [
  ["breaks", ({ fail }) => fail(new TypeError("network error"))],
  ["says what is no JSON", ({ say }) => say("event: text\ndata: {\n\n")],
  [
    "ends in the middle of an event",
    ({ say, end }) => {
      say('event: done\ndata: {"mess');
      end();
    },
  ],
  ["ends as the server restarts", ({ say }) => say(ends("shutting-down"))],
];

describe("a stream", () => {
  beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true, advanceTimeDelta: 50 }));
  afterEach(() => void vi.useRealTimers());

  it.each(BREAKS)("that %s is asked for anew, by itself", async (_, breaks) => {
    const { now, log, streams } = await chatOf(1);
    act(() => now().say("hello"));
    streams[0]?.say(TAKEN + TEXT);
    await waitFor(() => expect(now().turn?.text).toBe("Half"));
    if (streams[0]) breaks(streams[0]);
    await waitFor(() => expect(asked(log, "POST /api/chat").at(-1)?.body).toEqual(RETRY));
    expect(now().turn).toMatchObject({ text: "Half", status: "running" });
    streams[1]?.say(`${TAKEN}event: text\ndata: {"delta":"Whole"}\n\nevent: done\ndata: {"message_id":"m"}\n\n`);
    await waitFor(() => expect(now().turn?.status).toBe("done"));
    expect(now().turn).toMatchObject({ said: "hello", text: "Whole", problem: null });
    expect(now().messages.map(({ text }) => text)).toEqual(["From before"]);
    expect(asked(log, "POST /api/chat")).toHaveLength(2);
  });

  it.each(BREAKS)("that %s and can't be had anew has broken off, and what had come stays", async (_, breaks) => {
    const { now, log, streams } = await chatOf(0);
    act(() => now().say("hello"));
    streams[0]?.say(TAKEN + TEXT);
    await waitFor(() => expect(now().turn?.text).toBe("Half"));
    if (streams[0]) breaks(streams[0]);
    await act(() => vi.advanceTimersByTimeAsync(5_000));
    await waitFor(() => expect(now().turn?.status).toBe("failed"));
    expect(now().turn).toMatchObject({ text: "Half", calls: [], problem: { type: "urn:todo:problem:database-unavailable" } });
    expect(asked(log, "POST /api/chat")).toHaveLength(4);
  });

  it("that goes on from a decision is not asked for anew: what was approved is done", async () => {
    const { now, log, streams } = await chatOf(1);
    act(() => now().decide(ASKED, true));
    streams[0]?.say(TAKEN + TEXT);
    await waitFor(() => expect(now().turn?.text).toBe("Half"));
    streams[0]?.end();
    await waitFor(() => expect(now().turn?.status).toBe("failed"));
    expect(now().turn?.problem?.type).toBe("urn:todo:problem:broken-off");
    await act(() => vi.advanceTimersByTimeAsync(5_000));
    expect(asked(log, "POST /api/chat")).toHaveLength(1);
  });

  it("that is stopped while it would be asked for anew stays stopped", async () => {
    const { now, log, streams } = await chatOf(1);
    act(() => now().say("hello"));
    streams[0]?.say(TAKEN + TEXT);
    await waitFor(() => expect(now().turn?.text).toBe("Half"));
    streams[0]?.end();
    await act(() => vi.advanceTimersByTimeAsync(100));
    act(() => now().stop());
    await waitFor(() => expect(now().turn?.status).toBe("stopped"));
    await act(() => vi.advanceTimersByTimeAsync(5_000));
    expect(asked(log, "POST /api/chat")).toHaveLength(1);
  });

  it("is heard no further after it said that it is done", async () => {
    const stream = open();
    const { now } = await chat({ "POST /api/chat": () => stream.response });
    act(() => now().say("hello"));
    stream.say(`${TAKEN}${TEXT}event: done\ndata: {"message_id":"m"}\n\n${TEXT}`);
    await waitFor(() => expect(now().turn?.status).toBe("done"));
    expect(now().turn?.text).toBe("Half");
  });
});

describe("trying again", () => {
  it("says once more what the server never took on", async () => {
    let away = true;
    const stream = open();
    const { now, log } = await chat({
      "POST /api/chat": () => (away ? refusal(503, "database-unavailable", "Away.") : stream.response),
    });
    act(() => now().say("hello"));
    await waitFor(() => expect(now().turn?.status).toBe("failed"));
    away = false;
    act(() => now().retry());
    await waitFor(() => expect(asked(log, "POST /api/chat")).toHaveLength(2));
    expect(asked(log, "POST /api/chat").map(({ body }) => body)).toEqual([
      { message: "hello", conversation_id: "c1" },
      { message: "hello", conversation_id: "c1" },
    ]);
    expect(now().messages.map(({ text }) => text)).toEqual(["From before"]);
  });

  it("has the server answer anew what it did take on", async () => {
    const { now, log, streams } = await chatOf(1);
    act(() => now().say("hello"));
    streams[0]?.say(TAKEN + TEXT + ends("turn-timeout"));
    await waitFor(() => expect(now().turn?.status).toBe("failed"));
    act(() => now().retry());
    await waitFor(() => expect(asked(log, "POST /api/chat").at(-1)?.body).toEqual(RETRY));
    expect(now().turn).toMatchObject({ said: "hello", text: "", status: "running" });
    expect(now().messages.map(({ text }) => text)).toEqual(["From before"]);
  });
});

describe("leaving while an answer comes", () => {
  it("takes nothing of it along, and finds what had come on coming back", async () => {
    const stream = open();
    const { now } = await chat({ "POST /api/chat": () => stream.response });
    act(() => now().say("hello"));
    stream.say(TAKEN + TEXT);
    await waitFor(() => expect(now().turn?.text).toBe("Half"));
    act(() => now().open(C2));
    stream.say(TEXT);
    await waitFor(() => expect(now().messages.map(({ text }) => text)).toEqual(["About boxes"]));
    expect(now()).toMatchObject({ conversationId: "c2", title: "The move", turn: null });
    act(() => now().open(C1));
    await waitFor(() => expect(now().messages.map(({ text }) => text)).toEqual(["From before", "hello", "Half"]));
  });
});

describe("ChatHistory", () => {
  interface Shown {
    log: Asked[];
    told: Record<"onOpen" | "onRenamed" | "onDeleted", ReturnType<typeof vi.fn>>;
  }

  async function list(answers: Answers, openId = "c1"): Promise<Shown> {
    const log = serve({ "GET /api/conversations": () => ({ items: [C1, C2], next_cursor: null }), ...answers });
    const told = { onOpen: vi.fn(), onRenamed: vi.fn(), onDeleted: vi.fn() };
    renderInApp(<ChatHistory openId={openId} {...told} />);
    await screen.findByRole("button", { name: /^Before/ });
    return { log, told };
  }

  async function choose(what: "Rename" | "Delete", title = "Before"): Promise<void> {
    await userEvent.click(screen.getByRole("button", { name: `Options for “${title}”` }));
    await userEvent.click(await screen.findByRole("menuitem", { name: what }));
  }

  it("marks the one that is open", async () => {
    await list({}, "c2");
    expect(screen.getByRole("button", { current: true })).toHaveTextContent("The move");
  });

  it.each([
    ["Before", "c1", [["Boxes"]]],
    ["The move", "c2", []],
  ])("tells of a new title only for the one that is open: %s", async (title, id, calls) => {
    const { log, told } = await list({ [`PATCH /api/conversations/${id}`]: () => C1 });
    await choose("Rename", title);
    await userEvent.clear(screen.getByRole("textbox"));
    await userEvent.keyboard(" Boxes {Enter}");
    await waitFor(() => expect(screen.queryByRole("textbox")).not.toBeInTheDocument());
    expect(asked(log, `PATCH /api/conversations/${id}`)[0]?.body).toEqual({ title: "Boxes" });
    expect(told.onRenamed.mock.calls).toEqual(calls);
  });

  it.each([["{Enter}"], ["{End} {Enter}"], ["{Backspace>20/}{Enter}"], ["{Backspace>20/}  {Enter}"], ["x{Escape}"]])(
    "renames nothing with %s",
    async (keys) => {
      const { log } = await list({});
      await choose("Rename");
      await userEvent.keyboard(keys);
      expect(screen.queryByRole("textbox")).not.toBeInTheDocument();
      expect(log.every(({ method }) => method === "GET")).toBe(true);
    },
  );

  it("keeps what was typed when renaming is refused, and says why", async () => {
    const { told } = await list({ "PATCH /api/conversations/c1": () => refusal(404, "not-found", "It is gone.") });
    await choose("Rename");
    await userEvent.keyboard(" and after{Enter}");
    expect((await screen.findAllByText("It is gone.")).length).toBeGreaterThan(0);
    expect(screen.getByRole("textbox")).toHaveValue("Before and after");
    expect(told.onRenamed).not.toHaveBeenCalled();
  });

  it("tells when the open one is gone, not when it could not be deleted", async () => {
    let refuse = true;
    const { told } = await list({
      "DELETE /api/conversations/c1": () => (refuse ? refusal(503, "away", "Away.") : new Response(null, { status: 204 })),
    });
    await choose("Delete");
    await userEvent.click(screen.getByRole("button", { name: "Delete" }));
    expect((await screen.findAllByText("Away.")).length).toBeGreaterThan(0);
    expect(told.onDeleted).not.toHaveBeenCalled();
    refuse = false;
    await waitFor(() => expect(screen.getByRole("button", { name: "Delete" })).toBeEnabled());
    await userEvent.click(screen.getByRole("button", { name: "Delete" }));
    await waitFor(() => expect(told.onDeleted).toHaveBeenCalledOnce());
  });
});
