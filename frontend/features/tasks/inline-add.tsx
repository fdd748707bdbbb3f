"use client";
// A line in a list to add tasks right there, one after the other. Enter adds, Escape or leaving it empty ends.
import { Plus } from "lucide-react";
import { type ComponentType, createElement, type JSX, type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useTexts } from "@/lib/texts/texts-provider";
import type { QuickAddSpan } from "@/lib/api/types";
import { type NewPlace, useAddHere } from "./add-here";
import type { InlineChipsProps } from "./inline-chips";
import { useRejected } from "./use-rejected";

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
  const { rejected, write, reject } = useRejected(text, setText);
  const chipsId = useId();
  const field = useRef<HTMLInputElement>(null);
  const [opener] = useState(() => (quiet ? null : document.activeElement));
  const add = useAddHere();
  const end = (): void => {
    onClose();
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
  };
  const submit = (): void => {
    const line = text;
    if (line.trim() === "") { end(); return; }
    write("");
    // What was refused is there to be changed.
    add.mutate({ text: line, place, where, rejected }, { onError: () => setText((typed) => (typed === "" ? line : typed)) });
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
  const onReject = (spans: readonly QuickAddSpan[]): void => {
    reject(spans);
    // The chip that was pressed is gone.
    field.current?.focus();
  };
  return (
    <div
      data-depth={depth > 0 ? depth : undefined}
      className="-mx-3 flex flex-wrap items-center gap-x-3 gap-y-2 rounded-md py-2.5 pr-3 pl-[calc(0.75rem+var(--indent,0px))] sm:-mr-11.5"
    >
      <Plus aria-hidden className="size-5 stroke-[1.75] text-accent" />
      <input
        // It appears because somebody asked to write here.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus={!quiet}
        aria-label={label}
        placeholder={t("tasks.inlinePlaceholder")}
        aria-describedby={chipsId}
        ref={field}
        value={text}
        maxLength={500}
        onChange={(event) => write(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => text.trim() === "" && onClose()}
        className="min-w-0 flex-1 bg-transparent outline-none pointer-coarse:-my-2.5 pointer-coarse:py-2.5"
      />
      <Understood id={chipsId} text={text} projectId={place.project_id} rejected={rejected} onReject={onReject} />
    </div>
  );
}

/** Stays away without a connection. */
function Understood(props: InlineChipsProps): JSX.Element | null {
  const written = props.text.trim() !== "";
  const [part, setPart] = useState<ComponentType<InlineChipsProps> | null>(null);
  useEffect(() => {
    if (!written) return;
    let gone = false;
    const take = ({ InlineChips }: { InlineChips: ComponentType<InlineChipsProps> }): void => {
      if (!gone) setPart(() => InlineChips);
    };
    import("./inline-chips").then(take, () => undefined);
    return () => {
      gone = true;
    };
  }, [written]);
  if (!written || part === null) return null;
  return <div className="basis-full pl-8 empty:hidden">{createElement(part, props)}</div>;
}
