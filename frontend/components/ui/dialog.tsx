"use client";
// A modal dialog: in the middle of wide screens, from the bottom on phones.
import { X } from "lucide-react";
import { type JSX, type ReactNode, useId } from "react";
import { cn } from "@/lib/class-names";
import { useTexts } from "@/lib/texts/texts-provider";
import { Button } from "./button";
import { Modal } from "./modal";

export interface DialogProps {
  onClose: () => void;
  title: string;
  /** Names the dialog for screen readers only. */
  titleHidden?: boolean;
  width?: keyof typeof WIDTHS;
  children: ReactNode;
}

const WIDTHS = { narrow: "sm:max-w-sm", medium: "sm:max-w-md", wide: "sm:max-w-xl" };

const panel = cn(
  "dialog flex flex-col overflow-y-auto",
  "max-sm:top-auto max-sm:right-0 max-sm:bottom-(--keyboard) max-sm:left-0 max-sm:max-h-[calc(100dvh-2rem-var(--keyboard))] max-sm:w-full",
  "max-sm:max-w-none max-sm:animate-slide-up max-sm:rounded-t-xl",
  "sm:top-[9vh] sm:bottom-auto sm:mx-auto sm:max-h-[85vh] sm:w-[calc(100%-3rem)] sm:animate-appear sm:rounded-lg",
);

export function Dialog({ onClose, title, titleHidden = false, width = "medium", children }: DialogProps): JSX.Element {
  const { t } = useTexts();
  const id = useId();
  return (
    <Modal onClose={onClose} aria-labelledby={id} className={cn(panel, WIDTHS[width])}>
      {titleHidden ? (
        <h2 id={id} className="sr-only">
          {title}
        </h2>
      ) : (
        <header className="flex items-center justify-between gap-4 px-6 pt-5 pb-1">
          <h2 id={id} className="text-lg font-semibold">
            {title}
          </h2>
          <Button variant="quiet" size="icon" aria-label={t("common.close")} onClick={onClose} className="-mr-2">
            <X />
          </Button>
        </header>
      )}
      {children}
    </Modal>
  );
}
