// Buttons: one look for each weight of action.
import type { ComponentProps, JSX } from "react";
import { cn } from "@/lib/class-names";

const VARIANTS = {
  primary: "button-primary",
  secondary: "button-secondary",
  quiet: "button-quiet",
  danger: "button-danger",
};

const SIZES = {
  small: "button-small",
  medium: "button-medium",
  large: "button-large",
  icon: "button-icon",
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
  return <button type={type} className={cn("button", VARIANTS[variant], SIZES[size], className)} {...props} />;
}
