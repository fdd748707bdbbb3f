// A menu that drops from a button.
import { DropdownMenu as Primitive } from "radix-ui";
import type { ComponentProps, JSX, ReactNode } from "react";
import { cn } from "@/lib/class-names";

interface MenuProps {
  trigger: ReactNode;
  children: ReactNode;
  align?: "start" | "end";
  onCloseAutoFocus?: ComponentProps<typeof Primitive.Content>["onCloseAutoFocus"];
}

export function Menu({ trigger, children, align = "end", onCloseAutoFocus }: MenuProps): JSX.Element {
  return (
    <Primitive.Root>
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          align={align}
          sideOffset={6}
          collisionPadding={8}
          className="z-50 min-w-48 animate-rise rounded-md bg-raised p-1 shadow-floating"
          onCloseAutoFocus={onCloseAutoFocus}
        >
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

type MenuItemProps = ComponentProps<typeof Primitive.Item> & { danger?: boolean };

export function MenuItem({ danger = false, className, ...props }: MenuItemProps): JSX.Element {
  return (
    <Primitive.Item
      className={cn(
        "flex h-8.5 cursor-pointer items-center gap-2.5 rounded-sm px-2.5 text-sm text-ink outline-none select-none",
        "data-highlighted:bg-hover [&_svg]:size-4 [&_svg]:text-ink-faint",
        danger && "text-danger data-highlighted:bg-danger-soft [&_svg]:text-danger",
        className,
      )}
      {...props}
    />
  );
}

export function MenuSeparator(): JSX.Element {
  return <Primitive.Separator className="mx-2 my-1 h-px bg-line" />;
}
