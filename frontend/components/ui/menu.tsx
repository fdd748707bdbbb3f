"use client";
// The button that a menu drops from. The menu itself comes when it is opened, or before that when there is time.
import { type JSX, type ReactNode, Suspense, useCallback, useId, useRef, useState } from "react";
import { lazyPart } from "@/lib/lazy-part";
import { Button, type ButtonProps } from "./button";

interface MenuProps extends ButtonProps {
  /** What stands on the button. */
  label: ReactNode;
  align?: "start" | "end";
  /** The items; made only when the menu opens. */
  children: ReactNode;
}

export const MenuList = lazyPart(async () => (await import("./menu-list")).MenuList);

export function Menu({ label, align = "end", children, ...props }: MenuProps): JSX.Element {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const close = useCallback(() => setOpen(false), []);
  return (
    <>
      <Button
        ref={button}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown") return;
          event.preventDefault();
          event.stopPropagation();
          setOpen(true);
        }}
        {...props}
      >
        {label}
      </Button>
      {/* Around the items as well: where the focus goes is decided when all of them are there. */}
      {open && (
        <Suspense fallback={null}>
          <MenuList id={id} anchor={button} align={align} onClose={close}>
            {children}
          </MenuList>
        </Suspense>
      )}
    </>
  );
}
