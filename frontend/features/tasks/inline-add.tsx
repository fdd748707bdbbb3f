"use client";
// A line in a list to add tasks right there, one after the other. Enter adds, Escape or leaving it empty ends.
import { Plus } from "lucide-react";
import { type JSX, type KeyboardEvent, useState } from "react";
import { cn } from "@/lib/class-names";
import { useTexts } from "@/lib/texts/texts-provider";
import { type NewPlace, useAddHere } from "./add-here";

interface InlineAddProps {
  place: NewPlace;
  where: string;
  label: string;
  /** Below a task: indented like a subtask of it. */
  depth?: number;
  onClose: () => void;
}

export function InlineAdd({ place, where, label, depth = 0, onClose }: InlineAddProps): JSX.Element {
  const { t } = useTexts();
  const [text, setText] = useState("");
  const add = useAddHere();
  const submit = (): void => {
    const line = text.trim();
    if (line === "") return onClose();
    setText("");
    // What was refused is there to be changed.
    add.mutate({ text: line, place, where }, { onError: () => setText((typed) => (typed === "" ? line : typed)) });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter") submit();
    if (event.key === "Escape") onClose();
  };
  return (
    <div
      data-depth={depth > 0 ? depth : undefined}
      className="-mx-3 flex items-center gap-3 rounded-md py-2.5 pr-3 pl-[calc(0.75rem+var(--indent,0px))] sm:-mr-11.5"
    >
      <Plus aria-hidden className="size-5 stroke-[1.75] text-accent" />
      <input
        // It appears because somebody asked to write here.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        aria-label={label}
        placeholder={t("tasks.inlinePlaceholder")}
        value={text}
        maxLength={500}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => text.trim() === "" && onClose()}
        className={cn("min-w-0 flex-1 bg-transparent outline-none")}
      />
    </div>
  );
}
