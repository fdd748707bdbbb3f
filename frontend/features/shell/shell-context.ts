"use client";
// What any part of the app may ask of the frame around it.
import { createContext, use } from "react";
import type { Label, Project, SavedFilter, Task } from "@/lib/api/types";
import type { Day } from "@/lib/dates";

export interface Shell {
  /** Without a project: that of the page, else the Inbox. `text` is there to begin with; `day` holds unless it says when. */
  openQuickAdd: (projectId?: string, text?: string, day?: Day) => void;
  openTask: (task: Task) => void;
  /** Chooses a date, labels or a place for tasks. */
  pick: (what: "date" | "labels" | "place", tasks: readonly Task[]) => void;
  /** Null makes a new one. */
  openLabel: (label: Label | null) => void;
  /** Null makes a new one. */
  openFilter: (filter: SavedFilter | null) => void;
  /** Null makes a new one. */
  openProject: (project: Project | null) => void;
  openShortcuts: () => void;
  openPalette: () => void;
  openNavigation: () => void;
  toggleChat: () => void;
  /** Whether the panel stands open on screens that have room for it. */
  chatOpen: boolean;
  /** Whether the person has asked for it since the page was opened. */
  chatAsked: boolean;
}

export const ShellContext = createContext<Shell | null>(null);

export function useShell(): Shell {
  const shell = use(ShellContext);
  if (shell === null) throw new Error("useShell needs an AppShell above it");
  return shell;
}
