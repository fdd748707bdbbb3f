"use client";
// A modal panel that slides in from a side.
import type { JSX, ReactNode } from "react";
import { cn } from "@/lib/class-names";
import { Modal } from "./modal";

interface SheetProps {
  onClose: () => void;
  side: "left" | "right";
  title: string;
  className?: string;
  children: ReactNode;
}

const SIDES = {
  left: "right-auto left-0 animate-slide-right",
  right: "right-0 left-auto animate-slide-left",
};

export function Sheet({ onClose, side, title, className, children }: SheetProps): JSX.Element {
  return (
    <Modal
      onClose={onClose}
      aria-label={title}
      className={cn("inset-y-0 h-[calc(100dvh-var(--keyboard))] pt-[env(safe-area-inset-top)] max-h-none max-w-full flex-col flex", SIDES[side], className)}
    >
      {children}
    </Modal>
  );
}
