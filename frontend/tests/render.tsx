// Renders a part of the app with what it needs around it.
import { QueryClientProvider } from "@tanstack/react-query";
import { render, type RenderResult } from "@testing-library/react";
import type { JSX, ReactNode } from "react";
import { vi } from "vitest";
import { TextsProvider } from "@/lib/texts/texts-provider";
import { en } from "@/lib/texts/en";
import { ToastProvider } from "@/components/ui/toasts";
import { type Shell, ShellContext } from "@/features/shell/shell-context";
import { TaskActionsProvider } from "@/features/tasks/task-actions";
import { ClockProvider } from "@/lib/clock";
import type { Project, User } from "@/lib/api/types";
import { createQueryClient } from "@/lib/query-client";
import { aProject, aUser } from "./fixtures";

/** A Wednesday, eleven in the morning in Berlin. */
export const NOW = "2026-11-25T10:00:00Z";

export const HOME: Project = aProject({ id: "home", name: "Home", color: "teal", is_inbox: false });

export interface Rendered extends RenderResult {
  shell: Shell;
  onUnauthenticated: () => void;
  /** Renders once more, as a navigation does. */
  again: (children: ReactNode) => void;
}

function Texts({ children }: { children: ReactNode }): JSX.Element {
  return (
    <TextsProvider language="en" messages={en}>
      {children}
    </TextsProvider>
  );
}

/** Renders what needs nothing of the app but its texts. */
export function renderInTexts(children: ReactNode): RenderResult {
  return render(children, { wrapper: Texts });
}

export function renderInApp(children: ReactNode, me: User = aUser()): Rendered {
  const onUnauthenticated = vi.fn();
  const client = createQueryClient(onUnauthenticated);
  client.setQueryData(["me"], me);
  client.setQueryData(["projects"], [aProject(), HOME]);
  const shell: Shell = {
    openQuickAdd: vi.fn(),
    openTask: vi.fn(),
    pick: vi.fn(),
    openLabel: vi.fn(),
    openFilter: vi.fn(),
    openProject: vi.fn(),
    openShortcuts: vi.fn(),
    openPalette: vi.fn(),
    openNavigation: vi.fn(),
    toggleChat: vi.fn(),
    chatOpen: true,
    chatAsked: false,
  };
  const inApp = (content: ReactNode): ReactNode => (
    <Texts>
      <QueryClientProvider client={client}>
        <ToastProvider>
          <ShellContext value={shell}>
            <ClockProvider zone="Europe/Berlin" startedAt={NOW}>
              <TaskActionsProvider>{content}</TaskActionsProvider>
            </ClockProvider>
          </ShellContext>
        </ToastProvider>
      </QueryClientProvider>
    </Texts>
  );
  const result = render(inApp(children));
  return { ...result, shell, onUnauthenticated, again: (content) => result.rerender(inApp(content)) };
}
