"use client";
// Which dialog is open, and where the assistant stands.
import { usePathname } from "next/navigation";
import { useCallback, useMemo, useState } from "react";
import { COMPOSER } from "@/features/chat/composer";
import type { Project, Task } from "@/lib/api/types";
import { CHAT_COOKIE, remember } from "@/lib/preferences";
import type { Shell } from "./shell-context";

export type OpenDialog =
  | { kind: "quick-add"; projectId: string | undefined }
  | { kind: "task"; task: Task }
  | { kind: "project"; project: Project | null }
  | { kind: "shortcuts" }
  | { kind: "navigation" }
  | { kind: "chat" };

export interface ShellState {
  shell: Shell;
  dialog: OpenDialog | null;
  close: () => void;
}

/** As wide as the layout's `xl`, from which on the panel stands beside the list. */
const WIDE = "(min-width: 80rem)";

export function useShellState(chatOpenAtFirst: boolean): ShellState {
  const path = usePathname();
  const [dialog, setDialog] = useDialogOf(path);
  const [chatOpen, setChatOpen] = useState(chatOpenAtFirst);
  const pageProjectId = /^\/projects\/([^/]+)/.exec(path)?.[1];
  const close = useCallback(() => setDialog(null), [setDialog]);
  const toggleChat = useCallback(() => {
    if (!window.matchMedia(WIDE).matches) {
      setDialog({ kind: "chat" });
      return;
    }
    setChatOpen(!chatOpen);
    if (!chatOpen) requestAnimationFrame(() => document.querySelector<HTMLElement>(COMPOSER)?.focus());
    remember(CHAT_COOKIE, chatOpen ? "closed" : "open");
  }, [chatOpen, setDialog]);
  const openTask = useCallback((task: Task) => setDialog({ kind: "task", task }), [setDialog]);
  const shell = useMemo<Shell>(
    () => ({
      openQuickAdd: (projectId = pageProjectId) => setDialog({ kind: "quick-add", projectId }),
      openTask,
      openProject: (project) => setDialog({ kind: "project", project }),
      openShortcuts: () => setDialog({ kind: "shortcuts" }),
      openNavigation: () => setDialog({ kind: "navigation" }),
      toggleChat,
      chatOpen,
    }),
    [pageProjectId, openTask, toggleChat, chatOpen, setDialog],
  );
  return { shell, dialog, close };
}

/** A dialog belongs to the page it was opened on: with another page it is gone. */
function useDialogOf(path: string): [OpenDialog | null, (dialog: OpenDialog | null) => void] {
  const [opened, setOpened] = useState<{ dialog: OpenDialog | null; path: string }>({ dialog: null, path });
  const setDialog = useCallback((dialog: OpenDialog | null) => setOpened({ dialog, path }), [path]);
  return [opened.path === path ? opened.dialog : null, setDialog];
}
