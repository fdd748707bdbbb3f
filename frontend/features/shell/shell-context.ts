"use client";
// What any part of the app may ask of the frame around it.
import { createContext, use } from "react";
import type { Project, Task } from "@/lib/api/types";

export interface Shell {
  /** Without a project: that of the page, else the Inbox. */
  openQuickAdd: (projectId?: string) => void;
  openTask: (task: Task) => void;
  /** Null makes a new one. */
  openProject: (project: Project | null) => void;
  openShortcuts: () => void;
  openNavigation: () => void;
  toggleChat: () => void;
  /** Whether the panel stands open on screens that have room for it. */
  chatOpen: boolean;
}

export const ShellContext = createContext<Shell | null>(null);

export function useShell(): Shell {
  const shell = use(ShellContext);
  if (shell === null) throw new Error("useShell needs an AppShell above it");
  return shell;
}
