"use client";
// Which dialog is open, and where the assistant stands.
import { useQueryClient } from "@tanstack/react-query";
import { usePathname } from "next/navigation";
import { useCallback, useMemo, useState } from "react";
import { COMPOSER } from "@/features/chat/composer-place";
import { taskInFocus } from "@/features/tasks/task-in-focus";
import type { Label, Project, SavedFilter, Task } from "@/lib/api/types";
import type { Day } from "@/lib/dates";
import { CHAT_COOKIE, remember } from "@/lib/preferences";
import { isWide } from "./screen";
import type { Shell } from "./shell-context";

export type OpenDialog =
  | { kind: "quick-add"; projectId: string | undefined; text: string; day: Day | undefined }
  | { kind: "palette"; task: Task | null }
  | { kind: "task"; task: Task }
  | { kind: "project"; project: Project | null }
  | { kind: "pick"; what: "date" | "labels" | "place"; tasks: readonly Task[] }
  | { kind: "label"; label: Label | null }
  | { kind: "filter"; filter: SavedFilter | null }
  | { kind: "shortcuts" }
  | { kind: "navigation" }
  | { kind: "chat" };

export interface ShownDialog {
  dialog: OpenDialog | null;
  close: () => void;
}

export interface ShellState extends ShownDialog {
  shell: Shell;
}

export function useShellState(chatOpenAtFirst: boolean): ShellState {
  const client = useQueryClient();
  const path = usePathname();
  const [dialog, setDialog] = useDialogOf(path);
  const [chatOpen, setChatOpen] = useState(chatOpenAtFirst);
  const [chatAsked, setChatAsked] = useState(false);
  const pageProjectId = /^\/projects\/([^/]+)/.exec(path)?.[1];
  const close = useCallback(() => setDialog(null), [setDialog]);
  const toggleChat = useCallback(() => {
    setChatAsked(true);
    if (!isWide()) {
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
      openQuickAdd: (projectId = pageProjectId, text = "", day) => setDialog({ kind: "quick-add", projectId, text, day }),
      openTask,
      openProject: (project) => setDialog({ kind: "project", project }),
      pick: (what, tasks) => setDialog({ kind: "pick", what, tasks }),
      openLabel: (label) => setDialog({ kind: "label", label }),
      openFilter: (filter) => setDialog({ kind: "filter", filter }),
      openPalette: () => setDialog({ kind: "palette", task: taskInFocus(client) }),
      openShortcuts: () => setDialog({ kind: "shortcuts" }),
      openNavigation: () => setDialog({ kind: "navigation" }),
      toggleChat,
      chatOpen,
      chatAsked,
    }),
    [client, pageProjectId, openTask, toggleChat, chatOpen, chatAsked, setDialog],
  );
  return { shell, dialog, close };
}

/** A dialog belongs to the page it was opened on: with another page it is gone. */
function useDialogOf(path: string): [OpenDialog | null, (dialog: OpenDialog | null) => void] {
  const [opened, setOpened] = useState<{ dialog: OpenDialog | null; path: string }>({ dialog: null, path });
  const setDialog = useCallback((dialog: OpenDialog | null) => setOpened({ dialog, path }), [path]);
  return [opened.path === path ? opened.dialog : null, setDialog];
}
