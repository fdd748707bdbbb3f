// Buttons: one look for each weight of action.
import type { ComponentProps, JSX } from "react";
import { cn } from "@/lib/class-names";

const VARIANTS = {
  primary: "bg-accent text-on-accent shadow-raised hover:bg-accent-strong",
  secondary: "border border-line-strong bg-raised text-ink shadow-raised hover:bg-sunken",
  quiet: "text-ink-soft hover:bg-hover hover:text-ink active:bg-pressed",
  danger: "bg-danger text-on-danger shadow-raised hover:opacity-90",
};

const SIZES = {
  small: "h-7.5 gap-1.5 rounded-sm px-2.5 text-sm",
  medium: "h-9 gap-2 rounded-md px-3.5 text-sm",
  large: "h-11 gap-2 rounded-md px-5 text-base",
  icon: "size-8 rounded-md [&_svg]:size-4.5",
};

export interface ButtonProps extends ComponentProps<"button"> {
  variant?: keyof typeof VARIANTS;
  size?: keyof typeof SIZES;
}

export function Button({
  variant = "secondary",
  size = "medium",
  type = "button",
  className,
  ...props
}: ButtonProps): JSX.Element {
  return (
    <button
      type={type}
      className={cn(
        "inline-flex shrink-0 items-center justify-center font-medium whitespace-nowrap transition-colors",
        "disabled:pointer-events-none disabled:opacity-50",
        VARIANTS[variant],
        SIZES[size],
        className,
      )}
      {...props}
    />
  );
}
