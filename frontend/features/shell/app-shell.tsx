"use client";
// The frame of the app: navigation, the page, the assistant beside it, and the dialogs over all of them.
import type { JSX, ReactNode } from "react";
import { useMe } from "@/features/accounts/queries";
import { ChatArea } from "@/features/chat/chat-area";
import { TaskActionsProvider } from "@/features/tasks/task-actions";
import { ClockProvider } from "@/lib/clock";
import { useTexts } from "@/lib/texts/texts-provider";
import { AppDialogs } from "./app-dialogs";
import { Background } from "./background";
import { BottomBar } from "./bottom-bar";
import { closeDialog, useOpenDialog } from "./open-dialog";
import { ShellProvider } from "./shell-provider";
import { Sidebar } from "./sidebar";

interface AppShellProps {
  startedAt: string;
  chatOpen: boolean;
  children: ReactNode;
}

export function AppShell({ startedAt, chatOpen, children }: AppShellProps): JSX.Element {
  const { time_zone: zone, hour_cycle: hourCycle } = useMe();
  return (
    <ClockProvider zone={zone} hourCycle={hourCycle} startedAt={startedAt}>
      <ShellProvider chatOpen={chatOpen}>
        <TaskActionsProvider>
          <Frame>{children}</Frame>
          <Background />
        </TaskActionsProvider>
      </ShellProvider>
    </ClockProvider>
  );
}

function Assistant(): JSX.Element {
  const over = useOpenDialog((dialog) => dialog?.kind === "chat");
  return <ChatArea over={over} onCloseOver={closeDialog} />;
}

function Frame({ children }: { children: ReactNode }): JSX.Element {
  const { t } = useTexts();
  return (
    <div className="flex h-dvh overflow-hidden">
      <a href="#page" className="skip">
        {t("shell.skip")}
      </a>
      <aside aria-label={t("shell.menu")} className="hidden w-64 shrink-0 bg-sidebar md:block">
        <Sidebar />
      </aside>
      <main id="page" tabIndex={-1} className="@container relative min-w-0 flex-1 overflow-y-auto outline-none max-md:pb-bar">
        <div className="mx-auto max-w-3xl px-5 pt-[calc(2rem+env(safe-area-inset-top))] pb-28 sm:px-14 md:pt-14">{children}</div>
      </main>
      {/* Among them the toolbar for what is selected, which Tab comes to before it leaves the page for the assistant. */}
      <AppDialogs />
      <Assistant />
      <BottomBar />
    </div>
  );
}
