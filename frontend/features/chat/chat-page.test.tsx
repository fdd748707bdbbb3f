import { act, screen } from "@testing-library/react";
import { useQueryClient } from "@tanstack/react-query";
import type { JSX, ReactNode } from "react";
import { describe, expect, it, vi } from "vitest";
import { en } from "@/lib/texts/en";
import { serve } from "@/tests/api";
import { aCard, aMessage } from "@/tests/fixtures";
import { renderInApp } from "@/tests/render";
import { ChatHost } from "./chat-host";
import { ChatPage } from "./chat-page";
import type { ChatMessage } from "./contract";
import { latestConversationOptions, messagesOptions } from "./queries";

vi.mock("next/navigation", () => ({ useRouter: () => ({ push: vi.fn(), prefetch: vi.fn() }) }));

const LATEST = { id: "c1", title: "Before" };
const SAID = Array.from({ length: 12 }, (_, index) =>
  aMessage({ id: `m${index}`, role: index % 2 === 0 ? "user" : "assistant", text: `Message ${index}.` }),
);

interface Known {
  latest: typeof LATEST | null | undefined;
  messages?: ChatMessage[];
}

/** As the server has left it; undefined where it could not say. */
function WithKnown({ latest, messages, children }: Known & { children: ReactNode }): JSX.Element {
  const client = useQueryClient();
  client.setQueryData(latestConversationOptions().queryKey, latest);
  client.setQueryData(messagesOptions(LATEST.id).queryKey, messages);
  return <>{children}</>;
}

function open(known: Known, host: ReactNode = null): void {
  renderInApp(
    <WithKnown {...known}>
      <ChatPage />
      {host}
    </WithKnown>,
  );
}

const headings = (): string[] => screen.getAllByRole("heading").map(({ tagName, textContent }) => `${tagName} ${textContent}`);
const said = (): string[] => screen.getByRole("log").textContent.match(/Message \d+\./g) ?? [];

describe("ChatPage before the assistant is there", () => {
  it("greets where nothing was said yet", () => {
    open({ latest: null });
    expect(screen.getByText(en["chat.greeting"])).toBeInTheDocument();
    expect(headings()).toEqual([`H1 ${en["chat.title"]}`]);
  });

  it("keeps the place free where something may have been said", () => {
    open({ latest: undefined });
    expect(screen.queryByText(en["chat.greeting"])).not.toBeInTheDocument();
    expect(screen.queryByRole("log")).not.toBeInTheDocument();
    expect(headings()).toEqual([`H1 ${en["chat.title"]}`]);
  });

  it("shows the end of the conversation used last, below its title", () => {
    open({ latest: LATEST, messages: SAID });
    expect(said()).toEqual(SAID.slice(-8).map(({ text }) => text));
    expect(headings()).toEqual([`H1 ${en["chat.title"]}`, "H2 Before"]);
  });

  it("shows what can be done later where it will be, but not as if it could be done now", () => {
    const approval = { id: "a", tool: "delete_tasks", title: "Delete 1 task?", tasks: [], status: "pending" as const };
    const asked = aMessage({ id: "asked", text: "May I?", approval });
    open({ latest: LATEST, messages: [asked, ...SAID] });
    expect(screen.queryByText("May I?")).not.toBeInTheDocument();
    expect(screen.getByRole("button", { name: en["chat.tryAgain"] })).toBeDisabled();
  });

  it("offers no second try of what waits for a decision", () => {
    const approval = { id: "a", tool: "delete_tasks", title: "Delete 1 task?", tasks: [], status: "pending" as const };
    open({ latest: LATEST, messages: [...SAID, aMessage({ id: "asked", text: "May I?", approval })] });
    expect(screen.getByRole("button", { name: en["chat.approval.approve"] })).toBeDisabled();
    expect(screen.queryByRole("button", { name: en["chat.tryAgain"] })).not.toBeInTheDocument();
  });
});

describe("ChatPage with the assistant", () => {
  it("has one heading where nothing was said yet", () => {
    serve({});
    open({ latest: null }, <ChatHost over={false} onCloseOver={() => undefined} />);
    expect(screen.getByRole("textbox", { name: en["chat.composer"] })).toBeInTheDocument();
    expect(headings()).toEqual([`H1 ${en["chat.title"]}`]);
  });

  it("gives way to it, with the same words in the same order", async () => {
    serve({ "GET /api/changes": () => ({ items: [], next_cursor: null }) });
    const messages = [...SAID, aMessage({ id: "card", text: "Message 12.", cards: [aCard({ change_group: "g" })] })];
    open({ latest: LATEST, messages }, <ChatHost over={false} onCloseOver={() => undefined} />);
    await act(() => Promise.resolve());
    expect(screen.getAllByRole("log")).toHaveLength(1);
    expect(said()).toEqual(messages.map(({ text }) => text));
    expect(screen.getAllByRole("heading", { name: "Before" })).toHaveLength(1);
    expect(screen.getByRole("textbox", { name: en["chat.composer"] })).toHaveFocus();
    expect(screen.getByRole("button", { name: en["chat.tryAgain"] })).toBeEnabled();
  });
});
