"use client";
// A line in a list to add tasks right there, one after the other. Enter adds, Escape or leaving it empty ends.
import { Plus } from "lucide-react";
import { type JSX, type KeyboardEvent, Suspense, useId, useRef, useState } from "react";
import { lazyPart } from "@/lib/lazy-part";
import { useTexts } from "@/lib/texts/texts-provider";
import type { QuickAddSpan } from "@/lib/api/types";
import { type NewPlace, useAddHere } from "./add-here";
import { useRejected } from "./use-rejected";

const InlineChips = lazyPart(async () => (await import("./inline-chips")).InlineChips, { mayStayAway: true });

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
  const id = useId();
  const [text, setText] = useState("");
  const { rejected, write, reject } = useRejected(text, setText);
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
        aria-describedby={id}
        ref={field}
        value={text}
        maxLength={500}
        onFocus={InlineChips.preload}
        onChange={(event) => write(event.target.value)}
        onKeyDown={(event) => (quiet && text === "" && event.key === "Escape") || onLineKey(event, submit, end)}
        onBlur={() => text.trim() === "" && onClose()}
        className="min-w-0 flex-1 bg-transparent outline-none pointer-coarse:-my-2.5 pointer-coarse:py-2.5"
      />
      <Suspense fallback={null}>
        {text.trim() !== "" && <InlineChips id={id} text={text} projectId={place.project_id} rejected={rejected} onReject={onReject} />}
      </Suspense>
    </div>
  );
}

function onLineKey(event: KeyboardEvent, submit: () => void, end: () => void): void {
  // A key for the form around it is meant for that.
  if (event.nativeEvent.isComposing || (event.key === "Enter" && (event.ctrlKey || event.metaKey))) return;
  event.stopPropagation();
  if (event.key === "Escape") end();
  if (event.key !== "Enter") return;
  event.preventDefault();
  submit();
}
