"use client";
// Holds the state of the frame. Apart from the frame itself, so that a dialog that opens or goes draws itself and nothing else.
import { createContext, type JSX, type ReactNode, use } from "react";
import { ShellContext } from "./shell-context";
import { useGlobalShortcuts } from "./use-global-shortcuts";
import { type ShownDialog, useShellState } from "./use-shell-state";

const DialogContext = createContext<ShownDialog>({ dialog: null, close: () => undefined });

interface ShellProviderProps {
  chatOpen: boolean;
  children: ReactNode;
}

export function ShellProvider({ chatOpen, children }: ShellProviderProps): JSX.Element {
  const state = useShellState(chatOpen);
  useGlobalShortcuts(state.shell);
  return (
    <ShellContext value={state.shell}>
      <DialogContext value={state}>{children}</DialogContext>
    </ShellContext>
  );
}

/** Which dialog is open. Whoever asks is drawn anew with each that opens or goes. */
export function useShownDialog(): ShownDialog {
  return use(DialogContext);
}
