"use client";
// Lengths of time to choose from, below the field that keeps the focus.
import { Check } from "lucide-react";
import { type JSX, type RefObject, useLayoutEffect, useRef } from "react";
import type { Combobox } from "@/components/ui/use-combobox";
import { place } from "@/components/ui/use-popover";
import { cn } from "@/lib/class-names";
import { useTexts } from "@/lib/texts/texts-provider";
import { durationWords } from "./duration";

interface DurationListProps {
  box: Combobox;
  anchor: RefObject<HTMLInputElement | null>;
  offered: readonly (number | null)[];
  chosen: number | null;
}

export function DurationList({ box, anchor, offered, chosen }: DurationListProps): JSX.Element {
  const texts = useTexts();
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const below = anchor.current;
    if (list.current === null || below === null) return;
    list.current.showPopover();
    place(list.current, below.getBoundingClientRect(), "stretch");
  }, [anchor, offered.length]);
  return (
    <div
      ref={list}
      id={box.listId}
      role="listbox"
      aria-label={texts.t("tasks.usualDurations")}
      popover="manual"
      className="popover max-h-64 overflow-y-auto"
    >
      {offered.map((minutes, index) => (
        <div
          key={minutes}
          {...box.option(index)}
          aria-selected={index === box.active}
          className={cn(
            "flex h-8.5 cursor-pointer items-center justify-between gap-6 rounded-sm px-2.5 text-sm select-none hover:bg-hover",
            index === box.active && "bg-hover",
          )}
        >
          {minutes === null ? texts.t("tasks.noDuration") : durationWords(minutes, texts)}
          {minutes === chosen && <Check aria-hidden className="size-4 text-accent" />}
        </div>
      ))}
    </div>
  );
}
