import { act, screen, waitFor } from "@testing-library/react";
import { Profiler } from "react";
import { expect, it, vi } from "vitest";
import { serve } from "@/tests/api";
import { aMessage } from "@/tests/fixtures";
import { renderInApp } from "@/tests/render";
import type { ChatMessage } from "./contract";
import { Conversation } from "./conversation";
import type { Chat } from "./use-chat";

function chatOf(messages: ChatMessage[]): Chat {
  const nothing = vi.fn();
  return {
    conversationId: "c1",
    title: "Before",
    messages,
    turn: null,
    status: "ready",
    error: null,
    reload: nothing,
    say: nothing,
    decide: nothing,
    stop: nothing,
    retry: nothing,
    startNew: nothing,
    open: nothing,
    renamed: nothing,
  };
}

const said = Array.from({ length: 30 }, (_, index) =>
  aMessage({ id: `m${index}`, role: index % 2 === 0 ? "user" : "assistant", text: `Message ${index}.` }),
);

/** How many messages the log has, and whether what comes is read out, each time that it was drawn. */
async function drawn(messages: ChatMessage[]): Promise<[number, string | null][]> {
  serve({});
  const seen: [number, string | null][] = [];
  const look = (): void => {
    const log = screen.getByRole("log");
    seen.push([log.textContent.match(/Message \d+\./g)?.length ?? 0, log.getAttribute("aria-live")]);
  };
  await act(() =>
    renderInApp(
      <Profiler id="conversation" onRender={look}>
        <Conversation chat={chatOf(messages)} />
      </Profiler>,
    ),
  );
  return seen;
}

it("draws what is seen first, then what was said before, and reads out neither", async () => {
  const seen = await drawn(said);
  expect(seen[0]).toEqual([8, "off"]);
  expect(seen.find(([count]) => count === 30)).toEqual([30, "off"]);
  await waitFor(() => expect(screen.getByRole("log")).not.toHaveAttribute("aria-live"));
});

it("keeps the order, with what was said last at the end", async () => {
  await drawn(said);
  expect(screen.getByRole("log").textContent).toMatch(/Message 0\..*Message 14\..*Message 29\./);
});

it("offers another try for the last answer alone", async () => {
  await drawn(said);
  expect(screen.getAllByRole("button", { name: "Try again" })).toHaveLength(1);
});
