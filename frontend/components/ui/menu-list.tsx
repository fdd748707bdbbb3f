"use client";
// What drops from a menu's button, and the items in it.
import { type ComponentProps, createContext, type JSX, type ReactNode, type RefObject, use } from "react";
import { cn } from "@/lib/class-names";
import { usePopover } from "./use-popover";

const CloseContext = createContext<() => void>(() => undefined);

export interface MenuListProps {
  id: string;
  anchor: RefObject<HTMLElement | null>;
  align: "start" | "end";
  onClose: () => void;
  children: ReactNode;
}

export function MenuList({ id, anchor, align, onClose, children }: MenuListProps): JSX.Element {
  const { onKeyDown, ...popover } = usePopover({ anchor, align, onClose });
  const select = (): void => {
    anchor.current?.focus({ preventScroll: true });
    onClose();
  };
  return (
    <div
      id={id}
      role="menu"
      tabIndex={-1}
      onKeyDown={(event) => {
        // The list around it has keys of its own.
        event.stopPropagation();
        onKeyDown(event);
      }}
      className="popover min-w-48"
      {...popover}
    >
      <CloseContext value={select}>{children}</CloseContext>
    </div>
  );
}

interface MenuItemProps extends Omit<ComponentProps<"button">, "onSelect"> {
  danger?: boolean;
  onSelect: () => void;
}

export function MenuItem({ danger = false, onSelect, ...props }: MenuItemProps): JSX.Element {
  const close = use(CloseContext);
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      onClick={() => {
        close();
        onSelect();
      }}
      onPointerMove={(event) => event.currentTarget.focus({ preventScroll: true })}
      className={cn(
        "flex h-line w-full items-center gap-2.5 rounded-sm px-2.5 text-left text-sm outline-none select-none",
        "[&_svg]:size-4",
        danger
          ? "text-danger focus:bg-danger-soft [&_svg]:text-danger"
          : "text-ink focus:bg-hover [&_svg]:text-ink-faint",
      )}
      {...props}
    />
  );
}

export function MenuSeparator(): JSX.Element {
  return <div role="separator" className="mx-2 my-1 h-px bg-line" />;
}
