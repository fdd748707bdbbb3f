"use client";
// Keeps the assistant's place and brings it in: after the first paint where it stands open, else when it is asked for.
import { useQueryClient } from "@tanstack/react-query";
import { usePathname } from "next/navigation";
import { type JSX, Suspense, useEffect, useState } from "react";
import { isWide } from "@/features/shell/screen";
import { useShell } from "@/features/shell/shell-context";
import { lazyPart, whenIdle } from "@/lib/lazy-part";
import { ChatAside } from "./chat-aside";
import { ChatGreeting } from "./chat-greeting";
import type { ChatHostProps } from "./chat-host";
import { usePagePlace } from "./page-place";
import { latestConversationOptions } from "./queries";

const Host = lazyPart<ChatHostProps>(async () => (await import("./chat-host")).ChatHost);

export function ChatArea({ over, onCloseOver }: ChatHostProps): JSX.Element | null {
  const { chatOpen, chatAsked } = useShell();
  const page = usePagePlace();
  const isPage = usePathname() === "/assistant" || page !== null;
  const [there, setThere] = useState(false);
  useEffect(() => {
    if (chatOpen && isWide()) return whenIdle(() => setThere(true));
  }, [chatOpen]);
  // Once there it stays: a conversation goes on while nobody looks.
  if (!there && (over || page !== null || (chatAsked && chatOpen))) setThere(true);
  const place = isPage ? null : <PlaceBeside />;
  if (!there) return place;
  return (
    <Suspense fallback={place}>
      <Host over={over} onCloseOver={onCloseOver} />
    </Suspense>
  );
}

/** As the assistant will stand there, below the height of its header. */
function PlaceBeside(): JSX.Element {
  const isEmpty = useQueryClient().getQueryData(latestConversationOptions().queryKey) === null;
  return (
    <ChatAside>
      {isEmpty && (
        <div className="px-5 pt-15">
          <ChatGreeting />
        </div>
      )}
    </ChatAside>
  );
}
