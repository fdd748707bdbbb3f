"use client";
// The dialogs over the page. They come with the first idle moment, or when one is opened before that.
import { type JSX, type ReactNode, Suspense, useEffect, useState } from "react";
import { MenuList } from "@/components/ui/menu";
import { ToastList } from "@/components/ui/toasts";
import { RowMenuItems } from "@/features/tasks/row-menu";
import { lazyPart, whenIdle } from "@/lib/lazy-part";
import { AccountMenuItems } from "./account-menu";
import { EarlyInput } from "./early-input";
import { PageError } from "./late-notices";
import { closeDialog as onClose, useOpenDialog } from "./open-dialog";

const QuickAdd = lazyPart(async () => (await import("@/features/tasks/quick-add-dialog")).QuickAddDialog);
const Palette = lazyPart(async () => (await import("@/features/palette/command-palette")).CommandPalette);
const EditTask = lazyPart(async () => (await import("@/features/tasks/edit-task-dialog")).EditTaskDialog);
const ListDialog = lazyPart(async () => (await import("./list-dialog")).ListDialog);
const BulkBar = lazyPart(async () => (await import("@/features/tasks/bulk-bar")).BulkBar);
const Navigation = lazyPart(async () => (await import("./navigation-sheet")).NavigationSheet);

// In this order: what is likeliest to be wanted first. An error is told without a connection, too.
const SOON = [
  QuickAdd,
  ToastList,
  Palette,
  EditTask,
  MenuList,
  RowMenuItems,
  Navigation,
  ListDialog,
  AccountMenuItems,
  PageError,
];

export function AppDialogs(): JSX.Element {
  const [idle, setIdle] = useState(false);
  useEffect(() => {
    return whenIdle(() => {
      setIdle(true);
      SOON.forEach((part) => part.preload());
    });
  }, []);
  return (
    <>
      <Suspense fallback={null}>
        <DialogView />
      </Suspense>
      <Suspense fallback={null}>{idle && <BulkBar />}</Suspense>
    </>
  );
}

function DialogView(): JSX.Element | null {
  const dialog = useOpenDialog((open) => open);
  switch (dialog?.kind) {
    case "quick-add":
      return (
        <WithEarlyTyping key="quick-add" text={dialog.text} onEscape={onClose}>
          {(typedBefore) => <QuickAdd projectId={dialog.projectId} day={dialog.day} typedBefore={typedBefore} onClose={onClose} />}
        </WithEarlyTyping>
      );
    case "palette":
      return (
        <WithEarlyTyping key="palette" text="" onEscape={onClose}>
          {(typedBefore) => <Palette task={dialog.task} typedBefore={typedBefore} onClose={onClose} />}
        </WithEarlyTyping>
      );
    case "task":
      return <EditTask task={dialog.task} onClose={onClose} />;
    case "pick":
      return (
        <WithEarlyTyping key="pick" text="" onEscape={onClose}>
          {(typedBefore) => <ListDialog dialog={dialog} typedBefore={typedBefore} onClose={onClose} />}
        </WithEarlyTyping>
      );
    case "project":
    case "label":
    case "filter":
    case "shortcuts":
      return <ListDialog dialog={dialog} typedBefore={() => ""} onClose={onClose} />;
    case "navigation":
      return <Navigation onClose={onClose} />;
    default:
      return null;
  }
}

interface WithEarlyTypingProps {
  text: string;
  onEscape: () => void;
  children: (typedBefore: () => string) => ReactNode;
}

/** Whoever types on while a dialog is still on its way finds the letters in it. */
function WithEarlyTyping({ text, onEscape, children }: WithEarlyTypingProps): JSX.Element {
  const [typed] = useState(() => cellOf(text));
  const early = <EarlyInput initial={text} onType={typed.set} onEscape={onEscape} />;
  return <Suspense fallback={early}>{children(typed.get)}</Suspense>;
}

/** A text that changes without anything having to be drawn anew. */
function cellOf(text: string): { get: () => string; set: (text: string) => void } {
  let current = text;
  return { get: () => current, set: (next) => void (current = next) };
}
