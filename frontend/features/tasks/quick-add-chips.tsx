"use client";
// What a quick-add line was understood to mean, part by part.
import { CalendarDays, Clock, Flag } from "lucide-react";
import type { JSX, ReactNode } from "react";
import { ProjectDot } from "@/features/projects/project-dot";
import { useProjects } from "@/features/projects/queries";
import type { Project, QuickAddPreview, QuickAddSpan } from "@/lib/api/types";
import { useClock } from "@/lib/clock";
import { useTexts } from "@/lib/texts/texts-provider";
import { describeDue, dueOf } from "./due";
import { priorityKey } from "./priority";

interface QuickAddChipsProps {
  id: string;
  preview: QuickAddPreview | undefined;
  spans: readonly QuickAddSpan[];
  /** Where the task goes when the line does not say. */
  projectId: string;
}

export function QuickAddChips({ id, preview, spans, projectId }: QuickAddChipsProps): JSX.Element {
  const { t } = useTexts();
  const project = useProjects().find((one) => one.id === (preview?.project_id ?? projectId));
  const understood = spans.length > 0 && preview !== undefined;
  return (
    <div id={id} aria-live="polite" className="flex min-h-7 flex-wrap items-center gap-2">
      {understood && <DueChip preview={preview} />}
      {understood && preview.priority < 4 && (
        <Chip icon={<Flag data-priority={preview.priority} className="text-(--ring)" />}>
          {t(priorityKey(preview.priority))}
        </Chip>
      )}
      {preview !== undefined && project !== undefined && <ProjectChip project={project} />}
      {!understood && <span className="text-sm text-ink-faint">{t("tasks.quickAddHint")}</span>}
    </div>
  );
}

function DueChip({ preview }: { preview: QuickAddPreview }): JSX.Element | null {
  const texts = useTexts();
  const clock = useClock();
  const due = dueOf(preview, clock.zone);
  if (due === null) return null;
  return <Chip icon={due.time === null ? <CalendarDays /> : <Clock />}>{describeDue(due, clock, texts)}</Chip>;
}

function ProjectChip({ project }: { project: Project }): JSX.Element {
  const { t } = useTexts();
  return (
    <Chip icon={<ProjectDot color={project.color} className="size-2" />}>
      <span className="sr-only">{t("tasks.goesTo")}{" "}</span>
      {project.name}
    </Chip>
  );
}

function Chip({ icon, children }: { icon: ReactNode; children: ReactNode }): JSX.Element {
  return (
    <span className="inline-flex h-7 animate-appear items-center gap-1.5 rounded-sm bg-sunken px-2.5 text-sm text-ink-soft [&_svg]:size-3.5">
      <span aria-hidden className="inline-flex">
        {icon}
      </span>
      {children}
    </span>
  );
}
