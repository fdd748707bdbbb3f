"use client";
// The dialogs over the page. Fetched once the page itself is alive, so that they neither delay it nor open late.
import dynamic from "next/dynamic";
import { type JSX, useEffect } from "react";
import { Sheet } from "@/components/ui/sheet";
import { ChatPanel } from "@/features/chat/chat-panel";
import { Sidebar } from "./sidebar";
import { texts } from "./texts";
import type { OpenDialog } from "./use-shell-state";

const load = {
  quickAdd: () => import("@/features/tasks/quick-add-dialog").then((module) => module.QuickAddDialog),
  task: () => import("@/features/tasks/edit-task-dialog").then((module) => module.EditTaskDialog),
  project: () => import("@/features/projects/project-dialog").then((module) => module.ProjectDialog),
  shortcuts: () => import("./shortcut-sheet").then((module) => module.ShortcutSheet),
};
const QuickAddDialog = dynamic(load.quickAdd);
const EditTaskDialog = dynamic(load.task);
const ProjectDialog = dynamic(load.project);
const ShortcutSheet = dynamic(load.shortcuts);

interface AppDialogsProps {
  dialog: OpenDialog | null;
  onClose: () => void;
}

export function AppDialogs({ dialog, onClose }: AppDialogsProps): JSX.Element {
  useEffect(() => {
    for (const dialogModule of Object.values(load)) void dialogModule();
  }, []);
  return (
    <>
      {dialog?.kind === "quick-add" && <QuickAddDialog projectId={dialog.projectId} onClose={onClose} />}
      {dialog?.kind === "task" && <EditTaskDialog task={dialog.task} onClose={onClose} />}
      {dialog?.kind === "project" && <ProjectDialog project={dialog.project} onClose={onClose} />}
      {dialog?.kind === "shortcuts" && <ShortcutSheet onClose={onClose} />}
      <Sheet
        open={dialog?.kind === "navigation"}
        onOpenChange={onClose}
        side="left"
        title={texts.navigation}
        className="w-72 bg-sidebar"
      >
        <Sidebar />
      </Sheet>
      <Sheet
        open={dialog?.kind === "chat"}
        onOpenChange={onClose}
        side="right"
        title={texts.assistant}
        className="w-full bg-sidebar sm:w-100"
      >
        <ChatPanel place="over" onClose={onClose} />
      </Sheet>
    </>
  );
}
