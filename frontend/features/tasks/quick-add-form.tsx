"use client";
// One line that becomes a task.
import { type JSX, type SubmitEvent, useId, useRef, useState } from "react";
import { FormError } from "@/features/accounts/form-error";
import type { QuickAddPreview, QuickAddSpan } from "@/lib/api/types";
import { describeError } from "@/lib/api/problem";
import type { Day } from "@/lib/dates";
import { useTexts } from "@/lib/texts/texts-provider";
import { useEarlyText } from "@/lib/use-early-text";
import { uuidv7 } from "@/lib/uuid";
import { useQuickAdd } from "./actions";
import { useQuickAddPreview } from "./queries";
import { QuickAddChips } from "./quick-add-chips";
import { QuickAddFooter } from "./quick-add-footer";
import { QuickAddInput } from "./quick-add-input";
import type { InHand } from "./quick-add-lines";
import { type Stretch, withoutRejected } from "./quick-add-rejected";
import { fittingSpans } from "./quick-add-spans";
import { useRejected } from "./use-rejected";

interface QuickAddFormProps {
  /** Where the task goes when the line does not say. */
  projectId: string;
  /** When it is due unless the line says so. */
  dayInHand: Day | undefined;
  typedBefore: () => string;
  onPasteLines: (lines: string[]) => void;
  onDone: () => void;
}

export function QuickAddForm({ projectId, dayInHand, typedBefore, onPasteLines, onDone }: QuickAddFormProps): JSX.Element {
  const texts = useTexts();
  const [day, setDay] = useState(dayInHand);
  const line = useLine({ projectId, day }, typedBefore);
  const { text, spans, rejected } = line;
  const [id] = useState(uuidv7);
  const add = useQuickAdd();
  const chipsId = useId();
  const field = useRef<HTMLInputElement>(null);
  const empty = text.trim() === "";
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (!empty && !add.isPending) add.mutate({ id, text, projectId, rejected, day }, { onSuccess: onDone });
  };
  const reject = (spans: readonly QuickAddSpan[]): void => {
    line.reject(spans);
    // The chip that was pressed is gone.
    field.current?.focus();
  };
  const forgetDay = (): void => {
    setDay(undefined);
    field.current?.focus();
  };
  return (
    <form onSubmit={submit}>
      <div className="flex flex-col gap-3 px-6 pt-6 pb-5">
        <QuickAddInput
          field={field}
          value={text}
          spans={spans}
          describedBy={chipsId}
          onChange={line.change}
          onReject={line.reject}
          onPasteLines={onPasteLines}
        />
        <QuickAddChips
          id={chipsId}
          preview={line.preview}
          spans={spans}
          projectId={projectId}
          day={day}
          onReject={reject}
          onNoDay={forgetDay}
        />
        <FormError message={add.error ? describeError(add.error, texts) : undefined} />
      </div>
      <QuickAddFooter label={texts.t("tasks.quickAddSubmit")} disabled={empty || add.isPending} onCancel={onDone} />
    </form>
  );
}

interface Line {
  text: string;
  preview: QuickAddPreview | undefined;
  /** What was understood and not put back. */
  spans: QuickAddSpan[];
  rejected: readonly Stretch[];
  change: (text: string) => void;
  reject: (spans: readonly QuickAddSpan[]) => void;
}

/** The line as it is typed, with what it means. */
function useLine(inHand: InHand, typedBefore: () => string): Line {
  const [text, setText] = useEarlyText(typedBefore);
  const { rejected, write, reject } = useRejected(text, setText);
  const preview = useQuickAddPreview(text, inHand, rejected);
  const empty = text.trim() === "";
  const understood = empty ? [] : fittingSpans(text, preview.data?.spans ?? []);
  return {
    text,
    preview: empty ? undefined : preview.data,
    spans: withoutRejected(understood, rejected),
    rejected,
    change: write,
    reject,
  };
}
