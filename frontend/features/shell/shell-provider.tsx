"use client";
// Holds the state of the frame.
import type { JSX, ReactNode } from "react";
import { ShellContext } from "./shell-context";
import { useGlobalShortcuts } from "./use-global-shortcuts";
import { useShellState } from "./use-shell-state";

interface ShellProviderProps {
  chatOpen: boolean;
  children: ReactNode;
}

export function ShellProvider({ chatOpen, children }: ShellProviderProps): JSX.Element {
  const shell = useShellState(chatOpen);
  useGlobalShortcuts(shell);
  return <ShellContext value={shell}>{children}</ShellContext>;
}
