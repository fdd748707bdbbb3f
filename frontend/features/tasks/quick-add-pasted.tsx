"use client";
// What several pasted lines would become, to be looked through before they are added.
import { X } from "lucide-react";
import { type JSX, type SubmitEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { LoadError } from "@/components/ui/load-error";
import { FormError } from "@/features/accounts/form-error";
import { projectName } from "@/features/projects/project-name";
import { useProjects } from "@/features/projects/queries";
import { describeError } from "@/lib/api/problem";
import { useClock } from "@/lib/clock";
import type { Day } from "@/lib/dates";
import { useTexts } from "@/lib/texts/texts-provider";
import { describeDue, dueOf } from "./due";
import { priorityKey } from "./priority";
import { useAddLines, useReadLines } from "./quick-add-actions";
import { QuickAddFooter } from "./quick-add-footer";
import { MAX_LINES, type ReadLine } from "./quick-add-lines";
import { TaskListSkeleton } from "./task-list-skeleton";

interface QuickAddPastedProps {
  pasted: readonly string[];
  projectId: string;
  dayInHand: Day | undefined;
  /** All of it as one task after all. */
  onOneLine: (text: string) => void;
  onDone: () => void;
}

export function QuickAddPasted({ pasted, projectId, dayInHand, onOneLine, onDone }: QuickAddPastedProps): JSX.Element {
  const texts = useTexts();
  const { t } = texts;
  const taken = pasted.slice(0, MAX_LINES);
  const reading = useReadLines(taken, { projectId, day: dayInHand });
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const add = useAddLines();
  const heading = useRef<HTMLHeadingElement>(null);
  // The field that had the focus is gone.
  useEffect(() => heading.current?.focus(), []);
  const lines = (reading.data ?? []).filter(({ id }) => !left.has(id));
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (lines.length > 0 && !add.isPending) add.mutate({ lines, projectId }, { onSuccess: onDone });
  };
  const leaveOut = (id: string): void => {
    setLeft(new Set([...left, id]));
    heading.current?.focus();
  };
  return (
    <form onSubmit={submit} className="flex min-h-0 flex-col">
      <header className="flex items-center gap-3 px-6 pt-5 pb-2">
        <h3 ref={heading} tabIndex={-1} className="flex-1 font-semibold outline-none">
          {t("quickAdd.lines", { count: reading.data === undefined ? taken.length : lines.length })}
        </h3>
        <Button size="small" variant="quiet" onClick={() => onOneLine(pasted.join(" ").slice(0, 1000))}>
          {t("quickAdd.asOne")}
        </Button>
      </header>
      <div className="min-h-32 overflow-y-auto px-6 pb-4">
        {reading.isPending && <TaskListSkeleton />}
        {reading.error !== null && (
          <LoadError title={t("quickAdd.linesFailed")} error={reading.error} onRetry={() => void reading.refetch()} />
        )}
        <ul aria-label={t("quickAdd.linesLabel")}>
          {lines.map((line) => (
            <LineRow key={line.id} line={line} projectId={projectId} onLeaveOut={() => leaveOut(line.id)} />
          ))}
        </ul>
        {pasted.length > MAX_LINES && (
          <p className="pt-2 text-sm text-ink-faint">{t("quickAdd.linesCut", { count: pasted.length - MAX_LINES })}</p>
        )}
        <FormError message={add.error ? describeError(add.error, texts) : undefined} />
      </div>
      <QuickAddFooter
        label={t("quickAdd.submitLines", { count: lines.length })}
        disabled={lines.length === 0 || add.isPending}
        onCancel={onDone}
      />
    </form>
  );
}

interface LineRowProps {
  line: ReadLine;
  projectId: string;
  onLeaveOut: () => void;
}

function LineRow({ line: { preview }, projectId, onLeaveOut }: LineRowProps): JSX.Element {
  const { t } = useTexts();
  return (
    <li className="flex items-center gap-3 border-b border-line py-1 last:border-b-0">
      <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
        {preview.title}
        <LineMeta preview={preview} projectId={projectId} />
      </span>
      <Button
        variant="quiet"
        size="icon"
        className="size-7.5 text-ink-faint"
        aria-label={t("quickAdd.leaveOut", { title: preview.title })}
        onClick={onLeaveOut}
      >
        <X />
      </Button>
    </li>
  );
}

function LineMeta({ preview, projectId }: { preview: ReadLine["preview"]; projectId: string }): JSX.Element {
  const texts = useTexts();
  const clock = useClock();
  const due = dueOf(preview, clock.zone);
  const project = useProjects().find(({ id }) => id === (preview.project_id ?? projectId));
  const parts = [
    due === null ? null : describeDue(due, clock, texts),
    preview.recurrence?.text,
    preview.priority < 4 ? texts.t(priorityKey(preview.priority)) : null,
    ...preview.labels.map(({ name }) => `@${name}`),
    project === undefined ? null : projectName(project, texts.t),
  ];
  return <span className="block text-sm text-ink-faint">{parts.filter((part) => part != null).join(" · ")}</span>;
}
