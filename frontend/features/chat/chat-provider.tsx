"use client";
// One conversation for the whole app: it goes on while the panel is closed or another page is open.
import { createContext, type JSX, type ReactNode, use } from "react";
import { type Chat, useChat } from "./use-chat";

const ChatContext = createContext<Chat | null>(null);

export function useOpenChat(): Chat {
  const chat = use(ChatContext);
  if (chat === null) throw new Error("useOpenChat needs a ChatProvider above it");
  return chat;
}

export function ChatProvider({ children }: { children: ReactNode }): JSX.Element {
  return <ChatContext value={useChat()}>{children}</ChatContext>;
}
