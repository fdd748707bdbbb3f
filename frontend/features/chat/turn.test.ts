import { describe, expect, it } from "vitest";
import { aCard, aMessage } from "@/tests/fixtures";
import type { ChatEvent } from "./events";
import { type ChatAction, chatReducer, type ChatState } from "./turn";
import { beforeLastSaid, toMessages, withDecision } from "./turn-messages";

const START: ChatState = { conversationId: null, title: null, turn: null };
const event = (one: ChatEvent): ChatAction => ({ type: "event", event: one });

function after(...actions: ChatAction[]): ChatState {
  return actions.reduce(chatReducer, START);
}

const WHOLE: ChatAction[] = [
  { type: "say", message: "complete pay rent" },
  event({ event: "conversation", data: { id: "c1", title: "complete pay rent" } }),
  event({ event: "tool_call", data: { id: "call-1", name: "complete_tasks" } }),
  event({ event: "tool_card", data: aCard({ title: "Completed 1 task" }) }),
  event({ event: "text", data: { delta: "Do" } }),
  event({ event: "text", data: { delta: "ne." } }),
  event({
    event: "done",
    data: { message_id: "m1", model: "small", change_group: "g1", usage: { input_tokens: 7, output_tokens: 2 } },
  }),
];

describe("chatReducer", () => {
  it("grows a turn from its events", () => {
    expect(after(...WHOLE)).toEqual({
      conversationId: "c1",
      title: "complete pay rent",
      turn: {
        said: "complete pay rent",
        text: "Done.",
        calls: [],
        cards: [aCard({ title: "Completed 1 task" })],
        status: "done",
        problem: null,
        approval: null,
        notice: null,
        taken: true,
        model: "small",
        changeGroup: "g1",
        usage: { input_tokens: 7, output_tokens: 2 },
      },
    });
  });

  it("shows a tool at work until its card comes", () => {
    expect(after(...WHOLE.slice(0, 3)).turn?.calls).toEqual([{ id: "call-1", name: "complete_tasks" }]);
    expect(after(...WHOLE.slice(0, 4)).turn?.calls).toEqual([]);
  });

  it("keeps what was there when the turn fails or is stopped", () => {
    const problem = { type: "urn:todo:problem:internal", title: "Error", status: 500, detail: "Ask again." };
    const failed = after(...WHOLE.slice(0, 5), event({ event: "error", data: problem }));
    expect(failed.turn).toMatchObject({ status: "failed", problem, text: "Do" });
    const stopped = after(...WHOLE.slice(0, 3), { type: "stop" });
    expect(stopped.turn).toMatchObject({ status: "stopped", calls: [] });
    expect(after(...WHOLE.slice(0, 2), { type: "fail", problem }).turn).toMatchObject({ status: "failed", problem });
  });

  it("takes no event of a turn that was left", () => {
    const left = after(...WHOLE.slice(0, 3), { type: "open", conversationId: null, title: null }, ...WHOLE.slice(3));
    expect(left).toEqual(START);
  });

  it("begins the next turn in the same conversation", () => {
    const next = after(...WHOLE, { type: "say", message: "undo" });
    expect(next.conversationId).toBe("c1");
    expect(next.turn).toMatchObject({ said: "undo", text: "", cards: [], status: "running" });
  });
});

describe("an approval", () => {
  const asked = { id: "a1", tool: "delete_tasks", title: "Delete 2 tasks?", tasks: [], status: "pending" as const };

  it("ends the tools at work and is kept with the answer", () => {
    const { turn } = after(...WHOLE.slice(0, 3), event({ event: "approval", data: asked }));
    expect(turn).toMatchObject({ approval: asked, calls: [] });
    expect(turn === null ? [] : toMessages(turn).at(-1)).toMatchObject({ role: "assistant", approval: asked });
  });

  it("of an earlier answer is none of this one's", () => {
    const { turn } = after(...WHOLE.slice(0, 3), event({ event: "approval", data: { ...asked, status: "rejected" } }));
    expect(turn?.approval).toBeNull();
  });

  it("is decided wherever it stands", () => {
    const messages = [aMessage({ id: "1" }), { ...aMessage({ id: "2" }), approval: asked }];
    expect(withDecision(messages, "a1", "approved").map(({ approval }) => approval?.status)).toEqual([undefined, "approved"]);
  });
});

describe("beforeLastSaid", () => {
  it("takes away the last thing said and all answers to it", () => {
    const messages = [
      aMessage({ id: "1", role: "user", text: "one" }),
      aMessage({ id: "2" }),
      aMessage({ id: "3", role: "user", text: "two" }),
      aMessage({ id: "4" }),
      aMessage({ id: "5" }),
    ];
    const { kept, said } = beforeLastSaid(messages);
    expect(kept.map(({ id }) => id)).toEqual(["1", "2"]);
    expect(said).toBe("two");
  });

  it("takes away nothing where nothing was said", () => {
    expect(beforeLastSaid([])).toEqual({ kept: [], said: null });
  });
});

describe("toMessages of a turn that ended early", () => {
  it.each([["stop"], ["fail"]] as const)("keeps how: %s", (type) => {
    const problem = { type: "about:blank", title: "Error", status: 500, detail: "Broke." };
    const begun = chatReducer({ conversationId: "c", title: null, turn: null }, { type: "say", message: "hello" });
    const half = chatReducer(begun, { type: "event", event: { event: "text", data: { delta: "Half" } } });
    const { turn } = chatReducer(half, type === "stop" ? { type } : { type, problem });
    expect(turn === null ? null : toMessages(turn).at(-1)).toMatchObject({ text: "Half", state: type === "stop" ? "stopped" : "failed" });
  });
});

describe("toMessages", () => {
  it("makes what was said and what was answered", () => {
    const { turn } = after(...WHOLE);
    const messages = turn === null ? [] : toMessages(turn);
    expect(messages.map(({ role, text, cards }) => [role, text, cards.length])).toEqual([
      ["user", "complete pay rent", 0],
      ["assistant", "Done.", 1],
    ]);
  });

  it("leaves out an answer that never came", () => {
    const { turn } = after({ type: "say", message: "hello" }, { type: "stop" });
    expect(turn === null ? [] : toMessages(turn).map(({ role }) => role)).toEqual(["user"]);
  });
});
