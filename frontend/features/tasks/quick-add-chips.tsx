"use client";
// What a quick-add line was understood to mean, part by part; each part can be put back to be plain words.
import { AlarmClock, AlignLeft, CalendarDays, Clock, Flag, Hash, Repeat, Tag, Timer, X } from "lucide-react";
import type { JSX, KeyboardEvent, ReactNode } from "react";
import { ProjectDot } from "@/features/projects/project-dot";
import { projectName } from "@/features/projects/project-name";
import { useProjects } from "@/features/projects/queries";
import type { Project, QuickAddPreview, QuickAddSpan } from "@/lib/api/types";
import { type Clock as Now, useClock } from "@/lib/clock";
import { type Day, describeDay } from "@/lib/dates";
import { useTexts } from "@/lib/texts/texts-provider";
import type { Texts } from "@/lib/texts/translate";
import { describeDue, dueOf } from "./due";
import { priorityKey } from "./priority";

interface QuickAddChipsProps {
  id: string;
  preview: QuickAddPreview | undefined;
  spans: readonly QuickAddSpan[];
  /** Where the task goes when the line does not say. */
  projectId: string;
  /** When it is due if the line does not say. */
  day: Day | undefined;
  onReject: (spans: readonly QuickAddSpan[]) => void;
  onNoDay: () => void;
}

export function QuickAddChips({ id, preview, spans, projectId, day, onReject, onNoDay }: QuickAddChipsProps): JSX.Element {
  const texts = useTexts();
  const { t } = texts;
  const clock = useClock();
  const projects = useProjects();
  const parts = preview === undefined ? [] : toParts(preview, spans, clock, texts);
  const named = spans.some(({ kind }) => kind === "project" || kind === "section");
  const undated = !spans.some(({ kind }) => WHEN.has(kind));
  const project = projects.find((one) => one.id === (named ? preview?.project_id : projectId));
  return (
    <div id={id} aria-live="polite" className="flex min-h-7 flex-wrap items-center gap-2">
      {parts.map((part) => (
        <Chip
          key={`${part.kind}${part.spans[0]?.start ?? 0}`}
          icon={part.icon}
          text={part.text}
          away={awayWords(part, t)}
          project={part.kind === "project" ? project : undefined}
          onAway={() => onReject(part.spans)}
        />
      ))}
      {undated && day !== undefined && (
        <Chip
          icon={<CalendarDays />}
          text={describeDay(day, clock.today, texts)}
          away={t("tasks.noDate")}
          project={undefined}
          onAway={onNoDay}
        />
      )}
      {preview !== undefined && !named && project !== undefined && (
        <Chip icon={null} text={projectName(project, t)} away={null} project={project} />
      )}
      {parts.length === 0 && <span className="text-sm text-ink-faint">{t("tasks.quickAddHint")}</span>}
    </div>
  );
}

const WHEN: ReadonlySet<QuickAddSpan["kind"]> = new Set(["date", "time", "recurrence"]);

interface Part {
  kind: string;
  icon: ReactNode;
  text: string;
  spans: readonly QuickAddSpan[];
}

/** A chip for the date and its time together, and one for every other part, in the line's order. */
function toParts(preview: QuickAddPreview, spans: readonly QuickAddSpan[], clock: Now, texts: Texts): Part[] {
  const ofDue = spans.filter(({ kind }) => kind === "date" || kind === "time");
  const due = spans.some(({ kind }) => kind === "recurrence") || ofDue.length > 0 ? dueOf(preview, clock.zone) : null;
  const others = spans.filter((span) => !ofDue.includes(span));
  const dueIcon = due?.time === null ? <CalendarDays /> : <Clock />;
  const first: Part[] =
    due === null ? [] : [{ kind: "due", icon: dueIcon, text: describeDue(due, clock, texts), spans: ofDue }];
  return [...first, ...others.map((span) => partOf(span, preview, texts))];
}

function partOf(span: QuickAddSpan, preview: QuickAddPreview, { t }: Texts): Part {
  const { kind, label } = span;
  const spans = [span];
  switch (kind) {
    case "priority":
      return {
        kind,
        icon: <Flag data-priority={preview.priority} className="text-(--ring)" />,
        text: t(priorityKey(preview.priority)),
        spans,
      };
    case "recurrence":
      return { kind, icon: <Repeat />, text: preview.recurrence?.text ?? label, spans };
    case "deadline":
      return { kind, icon: <AlarmClock />, text: t("quickAdd.deadline", { day: label }), spans };
    default:
      return { kind, icon: ICONS[kind], text: label, spans };
  }
}

const ICONS: Record<Exclude<QuickAddSpan["kind"], "priority" | "recurrence" | "deadline">, ReactNode> = {
  date: <CalendarDays />,
  time: <Clock />,
  duration: <Timer />,
  project: <Hash />,
  section: <Hash />,
  label: <Tag />,
  notes: <AlignLeft />,
};

/** What taking the chip away does; null where there is nothing to put back. */
function awayWords({ spans }: Part, t: Texts["t"]): string | null {
  return spans.length === 0 ? null : t("quickAdd.reject", { text: spans.map((span) => span.text).join(" ") });
}

interface ChipProps extends Pick<Part, "icon" | "text"> {
  /** Where the task goes, when that is what the chip says. */
  project: Project | undefined;
  /** Names the button that takes the chip away; null where there is none. */
  away: string | null;
  onAway?: () => void;
}

function Chip({ icon, text, project, away, onAway = () => undefined }: ChipProps): JSX.Element {
  const { t } = useTexts();
  return (
    <span className="inline-flex h-7 pointer-coarse:h-9 max-w-full animate-appear items-center gap-1.5 rounded-sm bg-sunken pl-2.5 text-sm text-ink-soft [&_svg]:size-3.5">
      <span aria-hidden className="inline-flex">
        {project === undefined ? icon : <ProjectDot color={project.color} className="size-2" />}
      </span>
      {project !== undefined && <span className="sr-only">{t("tasks.goesTo")} </span>}
      <span className="min-w-0 truncate last:pr-2.5">{text}</span>
      {away !== null && <AwayButton label={away} onAway={onAway} />}
    </span>
  );
}

function AwayButton({ label, onAway }: { label: string; onAway: () => void }): JSX.Element {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Backspace" && event.key !== "Delete") return;
    event.preventDefault();
    onAway();
  };
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={onAway}
      onKeyDown={onKeyDown}
      className="relative grid size-7 place-items-center rounded-sm pointer-coarse:size-9 pointer-coarse:before:absolute pointer-coarse:before:-inset-1 text-ink-faint transition-colors hover:bg-hover hover:text-ink"
    >
      <X aria-hidden />
    </button>
  );
}
