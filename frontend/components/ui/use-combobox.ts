"use client";
// A field that keeps the focus while arrow keys choose among what is listed below it, as the ARIA Authoring Practices
// describe a combobox. What is listed, and how it looks, is up to who uses it.
import { type ComponentProps, type KeyboardEvent, type MouseEvent, useEffect, useId, useState } from "react";

interface ComboboxOptions {
  /** How many things are listed. */
  count: number;
  onChoose: (index: number) => void;
  /** For Enter with Ctrl or Cmd. */
  onSubmit?: (() => void) | undefined;
}

export interface Combobox {
  /** Which of them Enter chooses; -1 where there is none. */
  active: number;
  /** Makes it another one; the first, when something else is listed. */
  point: (index: number) => void;
  listId: string;
  field: ComponentProps<"input">;
  option: (index: number) => OptionProps;
}

interface OptionProps {
  id: string;
  role: "option";
  tabIndex: -1;
  onMouseDown: (event: MouseEvent) => void;
  onClick: () => void;
}

export function useCombobox({ count, onChoose, onSubmit }: ComboboxOptions): Combobox {
  const [pointed, point] = useState(0);
  const listId = useId();
  const active = Math.min(pointed, count - 1);
  useEffect(() => {
    document.getElementById(`${listId}-${active}`)?.scrollIntoView({ block: "nearest" });
  }, [listId, active, count]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined && event.key !== "Enter") return;
    event.preventDefault();
    if (step !== undefined) point(count === 0 ? 0 : (active + step + count) % count);
    else if ((event.ctrlKey || event.metaKey) && onSubmit !== undefined) onSubmit();
    else if (active >= 0) onChoose(active);
  };
  const field = {
    role: "combobox",
    "aria-expanded": true,
    "aria-controls": listId,
    "aria-activedescendant": active >= 0 ? `${listId}-${active}` : undefined,
    "aria-autocomplete": "list",
    autoComplete: "off",
    onKeyDown,
  } as const;
  const option = (index: number): OptionProps => ({
    id: `${listId}-${index}`,
    role: "option",
    tabIndex: -1,
    // The field keeps the focus.
    onMouseDown: (event) => event.preventDefault(),
    onClick: () => onChoose(index),
  });
  return { active, point, listId, field, option };
}
