// Choosing one of a few things.
import { Check, ChevronDown } from "lucide-react";
import { Select as Primitive } from "radix-ui";
import type { JSX, ReactNode } from "react";
import { cn } from "@/lib/class-names";
import { type ControlProps, inputClasses } from "./field";

export interface Option<T extends string> {
  value: T;
  label: string;
  /** A dot or flag before the label. */
  mark?: ReactNode;
}

interface SelectProps<T extends string> extends Partial<ControlProps> {
  value: T;
  options: readonly Option<T>[];
  onChange: (value: T) => void;
}

export function Select<T extends string>({ value, options, onChange, ...control }: SelectProps<T>): JSX.Element {
  return (
    <Primitive.Root value={value} onValueChange={(chosen) => onChange(chosen as T)}>
      <Primitive.Trigger {...control} className={cn(inputClasses, "flex h-10 items-center justify-between gap-2")}>
        <span className="truncate">
          <Primitive.Value />
        </span>
        <Primitive.Icon>
          <ChevronDown className="size-4 text-ink-faint" />
        </Primitive.Icon>
      </Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          position="popper"
          sideOffset={4}
          className={cn(
            "z-60 max-h-80 min-w-(--radix-select-trigger-width) animate-rise overflow-hidden rounded-md bg-raised",
            "shadow-floating",
          )}
        >
          <Primitive.Viewport className="p-1">
            {options.map((option) => (
              <SelectItem key={option.value} {...option} />
            ))}
          </Primitive.Viewport>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

function SelectItem({ value, label, mark }: Option<string>): JSX.Element {
  return (
    <Primitive.Item
      value={value}
      className={cn(
        "flex h-8.5 cursor-pointer items-center justify-between gap-6 rounded-sm px-2.5 text-sm outline-none select-none",
        "data-highlighted:bg-hover",
      )}
    >
      <Primitive.ItemText>
        <span className="inline-flex items-center gap-2.5">
          {mark}
          {label}
        </span>
      </Primitive.ItemText>
      <Primitive.ItemIndicator>
        <Check className="size-4 text-accent" />
      </Primitive.ItemIndicator>
    </Primitive.Item>
  );
}
