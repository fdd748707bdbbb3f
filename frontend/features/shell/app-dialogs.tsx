"use client";
// The dialogs over the page. Part of the page's own code: one that is still on its way when Q is pressed would lose the
// letters typed after it.
import type { JSX } from "react";
import { Sheet } from "@/components/ui/sheet";
import { ChatPanel } from "@/features/chat/chat-panel";
import { ProjectDialog } from "@/features/projects/project-dialog";
import { EditTaskDialog } from "@/features/tasks/edit-task-dialog";
import { QuickAddDialog } from "@/features/tasks/quick-add-dialog";
import { ShortcutSheet } from "./shortcut-sheet";
import { Sidebar } from "./sidebar";
import { texts } from "./texts";
import type { OpenDialog } from "./use-shell-state";

interface AppDialogsProps {
  dialog: OpenDialog | null;
  onClose: () => void;
}

export function AppDialogs({ dialog, onClose }: AppDialogsProps): JSX.Element {
  return (
    <>
      <DialogView dialog={dialog} onClose={onClose} />
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

function DialogView({ dialog, onClose }: AppDialogsProps): JSX.Element | null {
  switch (dialog?.kind) {
    case "quick-add":
      return <QuickAddDialog projectId={dialog.projectId} onClose={onClose} />;
    case "task":
      return <EditTaskDialog task={dialog.task} onClose={onClose} />;
    case "project":
      return <ProjectDialog project={dialog.project} onClose={onClose} />;
    case "shortcuts":
      return <ShortcutSheet onClose={onClose} />;
    default:
      return null;
  }
}
