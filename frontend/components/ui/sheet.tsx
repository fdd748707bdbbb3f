// A modal panel that slides in from a side.
import { Dialog as Primitive } from "radix-ui";
import type { JSX, ReactNode } from "react";
import { cn } from "@/lib/class-names";
import { useFocusReturn } from "./use-focus-return";

interface SheetProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  side: "left" | "right";
  title: string;
  className?: string;
  children: ReactNode;
}

const SIDES = {
  left: "left-0 animate-slide-right",
  right: "right-0 animate-slide-left",
};

export function Sheet({ open, onOpenChange, side, title, className, children }: SheetProps): JSX.Element {
  const focus = useFocusReturn();
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-40 animate-appear bg-scrim" />
        <Primitive.Content
          aria-describedby={undefined}
          className={cn("fixed inset-y-0 z-50 flex flex-col shadow-floating outline-none", SIDES[side], className)}
          {...focus}
        >
          <Primitive.Title className="sr-only">{title}</Primitive.Title>
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
