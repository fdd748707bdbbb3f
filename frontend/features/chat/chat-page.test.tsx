import { screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { useQueryClient } from "@tanstack/react-query";
import type { JSX, ReactNode } from "react";
import { en } from "@/lib/texts/en";
import { renderInApp } from "@/tests/render";
import { ChatPage } from "./chat-page";
import { latestConversationOptions } from "./queries";

/** As the server has left it; undefined where it could not say. */
function WithLatest({ latest, children }: { latest: null | undefined; children: ReactNode }): JSX.Element {
  useQueryClient().setQueryData(latestConversationOptions().queryKey, latest);
  return <>{children}</>;
}

function open(latest: null | undefined): void {
  renderInApp(
    <WithLatest latest={latest}>
      <ChatPage />
    </WithLatest>,
  );
}

describe("ChatPage", () => {
  it("greets before the assistant is there, where nothing was said yet", () => {
    open(null);
    expect(screen.getByText(en["chat.greeting"])).toBeInTheDocument();
    expect(screen.getByRole("heading", { name: en["chat.title"] })).toBeInTheDocument();
  });

  it("keeps the place free where something may have been said", () => {
    open(undefined);
    expect(screen.queryByText(en["chat.greeting"])).not.toBeInTheDocument();
  });
});
