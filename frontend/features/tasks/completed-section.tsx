"use client";
// Completed tasks, folded away until asked for.
import { ChevronRight } from "lucide-react";
import { type JSX, useId, useState } from "react";
import { cn } from "@/lib/class-names";
import { useTexts } from "@/lib/texts/texts-provider";
import { doneFilter, type TaskFilter, useTaskList } from "./queries";
import { TaskList } from "./task-list";
import type { MetaShown } from "./task-meta";
import { TaskPageContent } from "./task-page";

interface CompletedSectionProps {
  filter: TaskFilter;
  shown: MetaShown;
}

export function CompletedSection({ filter, shown }: CompletedSectionProps): JSX.Element {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <section className="mt-10">
      <button
        type="button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
        className="-mx-3 flex items-center gap-3 rounded-md px-3 py-1.5 pointer-coarse:py-3 text-sm text-ink-faint transition-colors hover:bg-hover hover:text-ink-soft"
      >
        <ChevronRight aria-hidden className={cn("size-5 p-0.5 transition-transform", open && "rotate-90")} />
        {open ? t("tasks.hideCompleted") : t("tasks.showCompleted")}
      </button>
      <div id={id} className="mt-1">
        {open && <CompletedTasks filter={filter} shown={shown} />}
      </div>
    </section>
  );
}

function CompletedTasks({ filter, shown }: CompletedSectionProps): JSX.Element {
  const { t } = useTexts();
  const list = useTaskList(doneFilter(filter));
  return (
    <TaskPageContent list={list} empty={<p className="py-3 text-sm text-ink-faint">{t("tasks.noneCompleted")}</p>}>
      {(tasks) => <TaskList label={t("tasks.completed")} tasks={tasks} shown={shown} done />}
    </TaskPageContent>
  );
}
