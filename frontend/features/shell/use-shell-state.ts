"use client";
// What the frame does when it is asked, and where the assistant stands.
import { useQueryClient } from "@tanstack/react-query";
import { usePathname } from "next/navigation";
import { useCallback, useLayoutEffect, useMemo, useState } from "react";
import { focusComposer } from "@/features/chat/composer-place";
import { taskInFocus } from "@/features/tasks/task-in-focus";
import { CHAT_COOKIE, remember } from "@/lib/preferences";
import { closeDialog, openDialog } from "./open-dialog";
import { isWide } from "./screen";
import type { Shell } from "./shell-context";

/** The same for good: rows that hold them are not drawn anew. */
const openers = {
  openTask: (task) => openDialog({ kind: "task", task }),
  openProject: (project) => openDialog({ kind: "project", project }),
  pick: (what, tasks) => openDialog({ kind: "pick", what, tasks }),
  openLabel: (label) => openDialog({ kind: "label", label }),
  openFilter: (filter) => openDialog({ kind: "filter", filter }),
  openShortcuts: () => openDialog({ kind: "shortcuts" }),
  openNavigation: () => openDialog({ kind: "navigation" }),
} satisfies Partial<Shell>;

export function useShellState(chatOpenAtFirst: boolean): Shell {
  const client = useQueryClient();
  const path = usePathname();
  const [chatOpen, setChatOpen] = useState(chatOpenAtFirst);
  const [chatAsked, setChatAsked] = useState(false);
  const pageProjectId = /^\/projects\/([^/]+)/.exec(path)?.[1];
  // A dialog belongs to the page it was opened on: with another page it is gone.
  useLayoutEffect(() => closeDialog, [path]);
  const toggleChat = useCallback(() => {
    setChatAsked(true);
    if (!isWide()) {
      openDialog({ kind: "chat" });
      return;
    }
    setChatOpen(!chatOpen);
    if (!chatOpen) requestAnimationFrame(focusComposer);
    remember(CHAT_COOKIE, chatOpen ? "closed" : "open");
  }, [chatOpen]);
  return useMemo<Shell>(
    () => ({
      ...openers,
      openQuickAdd: (projectId = pageProjectId, text = "", day) => openDialog({ kind: "quick-add", projectId, text, day }),
      openPalette: () => openDialog({ kind: "palette", task: taskInFocus(client) }),
      toggleChat,
      chatOpen,
      chatAsked,
    }),
    [client, pageProjectId, toggleChat, chatOpen, chatAsked],
  );
}
