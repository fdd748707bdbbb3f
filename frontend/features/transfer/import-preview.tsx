// What a file holds, before it is imported: how much, the first tasks as they were understood, what comes out otherwise.
import type { JSX } from "react";
import { describeDue, dueOf } from "@/features/tasks/due";
import { priorityKey } from "@/features/tasks/priority";
import type { ImportedTask, ImportResult, ImportWarning } from "@/lib/api/types";
import { useClock } from "@/lib/clock";
import type { TextKey } from "@/lib/texts/catalogue";
import { useTexts } from "@/lib/texts/texts-provider";

const COUNTED = ["tasks", "projects", "sections", "labels", "filters", "reminders"] as const;
const WARNED = 20;

export function ImportPreview({ preview }: { preview: ImportResult }): JSX.Element {
  const { t } = useTexts();
  const { counts, tasks, warnings } = preview;
  const parts = COUNTED.filter((kind) => kind === "tasks" || counts[kind] > 0);
  return (
    <div className="flex flex-col gap-4">
      <p>{parts.map((kind) => t(`transfer.count.${kind}`, { count: counts[kind] })).join(" · ")}</p>
      {tasks.length > 0 && <FirstTasks tasks={tasks} all={counts.tasks} />}
      {warnings.length > 0 && <Warnings warnings={warnings} all={preview.warning_count} />}
    </div>
  );
}

function FirstTasks({ tasks, all }: { tasks: ImportedTask[]; all: number }): JSX.Element {
  const { t } = useTexts();
  const title = t("transfer.firstTasks");
  return (
    <section>
      <h4 className="text-sm font-medium text-ink-soft">{title}</h4>
      <ul aria-label={title} className="mt-1 flex flex-col">
        {tasks.map((task, index) => (
          <FirstTask key={index} task={task} />
        ))}
      </ul>
      {all > tasks.length && <p className="mt-1 text-sm text-ink-faint">{t("transfer.more", { count: all - tasks.length })}</p>}
    </section>
  );
}

function FirstTask({ task }: { task: ImportedTask }): JSX.Element {
  const texts = useTexts();
  const { t } = texts;
  const clock = useClock();
  const due = dueOf(task, clock.zone);
  const facts = [
    task.section === null ? task.project : `${task.project} / ${task.section}`,
    task.parent === null ? null : t("transfer.below", { title: task.parent }),
    task.recurrence ?? (due === null ? null : describeDue(due, clock, texts)),
    task.priority === 4 ? null : t(priorityKey(task.priority)),
    ...task.labels.map((label) => `@${label}`),
    task.is_completed ? t("transfer.done") : null,
  ];
  return (
    <li className="border-b border-line py-1.5 last:border-b-0">
      <span className="block [overflow-wrap:anywhere]">{task.title}</span>
      <span className="block text-sm [overflow-wrap:anywhere] text-ink-faint">{facts.filter((fact) => fact !== null).join(" · ")}</span>
    </li>
  );
}

function Warnings({ warnings, all }: { warnings: ImportWarning[]; all: number }): JSX.Element {
  const { t } = useTexts();
  const title = t("transfer.warnings", { count: all });
  const shown = warnings.slice(0, WARNED);
  return (
    <section>
      <h4 className="text-sm font-medium text-ink-soft">{title}</h4>
      <ul aria-label={title} className="mt-1 flex flex-col gap-1.5 text-sm">
        {shown.map((warning, index) => (
          <li key={index} className="[overflow-wrap:anywhere]">
            {warning.line !== null && <span className="text-ink-faint">{t("transfer.line", { line: warning.line })} </span>}
            {t("transfer.subject", { subject: warning.subject })} {t(`transfer.warning.${warning.code}` satisfies TextKey)}
          </li>
        ))}
      </ul>
      {all > shown.length && <p className="mt-1 text-sm text-ink-faint">{t("transfer.more", { count: all - shown.length })}</p>}
    </section>
  );
}
