"use client";
// Choosing one of a few things.
import { Check, ChevronDown } from "lucide-react";
import { type JSX, type ReactNode, type RefObject, useCallback, useId, useRef, useState } from "react";
import { cn } from "@/lib/class-names";
import { type ControlProps, inputClasses } from "./field";
import { usePopover } from "./use-popover";

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
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const listId = useId();
  const close = useCallback(() => setOpen(false), []);
  const chosen = options.find((option) => option.value === value);
  return (
    <>
      <button
        ref={button}
        type="button"
        role="combobox"
        aria-haspopup="listbox"
        aria-expanded={open}
        aria-controls={listId}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
          event.preventDefault();
          setOpen(true);
        }}
        className={cn(inputClasses, "flex h-control items-center justify-between gap-2 px-3")}
        {...control}
      >
        <span className="min-w-0">{chosen !== undefined && <OptionLabel {...chosen} />}</span>
        <ChevronDown aria-hidden className="size-4 shrink-0 text-ink-faint" />
      </button>
      {open && (
        <OptionList id={listId} anchor={button} value={value} options={options} onChange={onChange} onClose={close} />
      )}
    </>
  );
}

interface OptionListProps<T extends string> extends Pick<SelectProps<T>, "value" | "options" | "onChange"> {
  id: string;
  anchor: RefObject<HTMLElement | null>;
  onClose: () => void;
}

function OptionList<T extends string>(props: OptionListProps<T>): JSX.Element {
  const { id, anchor, value, options, onChange, onClose } = props;
  const popover = usePopover({ anchor, align: "stretch", onClose });
  const choose = (chosen: T): void => {
    anchor.current?.focus({ preventScroll: true });
    onClose();
    if (chosen !== value) onChange(chosen);
  };
  return (
    <div id={id} role="listbox" tabIndex={-1} className="popover max-h-80 overflow-y-auto" {...popover}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          role="option"
          tabIndex={-1}
          aria-selected={option.value === value}
          onClick={() => choose(option.value)}
          onPointerMove={(event) => event.currentTarget.focus({ preventScroll: true })}
          className={cn(
            "flex h-line w-full items-center justify-between gap-6 rounded-sm px-2.5 text-sm",
            "outline-none select-none focus:bg-hover",
          )}
        >
          <OptionLabel {...option} />
          {option.value === value && <Check aria-hidden className="size-4 text-accent" />}
        </button>
      ))}
    </div>
  );
}

function OptionLabel({ mark, label }: Pick<Option<string>, "mark" | "label">): JSX.Element {
  return (
    <span className="flex min-w-0 items-center gap-2.5">
      {mark}
      <span className="truncate">{label}</span>
    </span>
  );
}
