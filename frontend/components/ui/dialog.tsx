// A modal dialog: in the middle of wide screens, from the bottom on phones.
import { X } from "lucide-react";
import { Dialog as Primitive } from "radix-ui";
import type { JSX, ReactNode } from "react";
import { cn } from "@/lib/class-names";
import { Button } from "./button";
import { useFocusReturn } from "./use-focus-return";

interface DialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  /** Names the dialog for screen readers only. */
  titleHidden?: boolean;
  closeLabel?: string;
  className?: string;
  children: ReactNode;
}

const panel = cn(
  "fixed z-50 flex max-h-[calc(100dvh-2rem)] flex-col overflow-y-auto bg-raised shadow-floating outline-none",
  "max-sm:inset-x-0 max-sm:bottom-0 max-sm:animate-slide-up max-sm:rounded-t-xl",
  "sm:top-[14vh] sm:left-1/2 sm:max-h-[80vh] sm:w-[calc(100%-3rem)] sm:max-w-lg sm:-translate-x-1/2 sm:rounded-lg",
  "sm:animate-appear",
);

export function Dialog({
  open,
  onOpenChange,
  title,
  titleHidden = false,
  closeLabel = "Close",
  className,
  children,
}: DialogProps): JSX.Element {
  const focus = useFocusReturn();
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-40 animate-appear bg-scrim" />
        <Primitive.Content aria-describedby={undefined} className={cn(panel, className)} {...focus}>
          {titleHidden ? (
            <Primitive.Title className="sr-only">{title}</Primitive.Title>
          ) : (
            <header className="flex items-center justify-between gap-4 px-6 pt-5 pb-1">
              <Primitive.Title className="text-lg font-semibold">{title}</Primitive.Title>
              <Primitive.Close asChild>
                <Button variant="quiet" size="icon" aria-label={closeLabel} className="-mr-2">
                  <X />
                </Button>
              </Primitive.Close>
            </header>
          )}
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
