"use client";
// A line in a list to add tasks right there, one after the other. Enter adds, Escape or leaving it empty ends.
import { Plus } from "lucide-react";
import { type JSX, type KeyboardEvent, useState } from "react";
import { useTexts } from "@/lib/texts/texts-provider";
import { type NewPlace, useAddHere } from "./add-here";

interface InlineAddProps {
  place: NewPlace;
  where: string;
  label: string;
  /** Below a task: indented like a subtask of it. */
  depth?: number;
  /** Waits without taking the focus. */
  quiet?: boolean;
  onClose: () => void;
}

export function InlineAdd({ place, where, label, depth = 0, quiet = false, onClose }: InlineAddProps): JSX.Element {
  const { t } = useTexts();
  const [text, setText] = useState("");
  const [opener] = useState(() => (quiet ? null : document.activeElement));
  const add = useAddHere();
  const end = (): void => {
    onClose();
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
  };
  const submit = (): void => {
    const line = text.trim();
    if (line === "") { end(); return; }
    setText("");
    // What was refused is there to be changed.
    add.mutate({ text: line, place, where }, { onError: () => setText((typed) => (typed === "" ? line : typed)) });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // A key for the form around it is meant for that.
    if (event.nativeEvent.isComposing || (event.key === "Enter" && (event.ctrlKey || event.metaKey))) return;
    if (event.key === "Escape" && quiet && text === "") return;
    event.stopPropagation();
    if (event.key === "Enter") {
      event.preventDefault();
      submit();
    }
    if (event.key === "Escape") end();
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
        autoFocus={!quiet}
        aria-label={label}
        placeholder={t("tasks.inlinePlaceholder")}
        value={text}
        maxLength={500}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => text.trim() === "" && onClose()}
        className="min-w-0 flex-1 bg-transparent outline-none"
      />
    </div>
  );
}
