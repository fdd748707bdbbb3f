"use client";
// What a tool did: its result in a line, the tasks it touched, and a way to take it back.
import { Check, CircleAlert } from "lucide-react";
import { createElement, type JSX } from "react";
import { Button } from "@/components/ui/button";
import { useAnnounce, useUndo } from "@/features/changes/undo";
import { describeDue, dueOf, isOverdue } from "@/features/tasks/due";
import type { Task, ToolCard } from "@/lib/api/types";
import { cn } from "@/lib/class-names";
import { useClock } from "@/lib/clock";
import { useTexts } from "@/lib/texts/texts-provider";
import { iconOf } from "./tools";

const SHOWN = 8;

interface ToolCardProps {
  card: ToolCard;
  /** Its change has been taken back. */
  undone: boolean;
  /** Offers to take back its change; not when the answer as a whole does. */
  undoable?: boolean;
}

export function ToolCardView({ card, undone, undoable = true }: ToolCardProps): JSX.Element {
  const { t } = useTexts();
  const failed = card.ok === false;
  const tasks = card.tasks ?? [];
  return (
    <section
      aria-label={card.title}
      className="animate-rise overflow-hidden rounded-lg border border-line bg-raised shadow-raised"
    >
      <header className="flex min-h-10 items-center gap-2 py-1 pr-1.5 pl-3 text-sm">
        {createElement(failed ? CircleAlert : iconOf(card.tool), {
          "aria-hidden": true,
          className: cn("size-4 shrink-0", failed ? "text-danger" : "text-accent"),
        })}
        <h3 className={cn("min-w-0 flex-1 font-medium", undone && "text-ink-faint line-through")}>{card.title}</h3>
        {undoable && card.change_group != null && (
          <UndoButton group={card.change_group} undone={undone} label={card.tool === "undo" ? t("common.redo") : t("common.undo")} />
        )}
      </header>
      {tasks.length > 0 && (
        <ul className="border-t border-line py-1.5">
          {tasks.slice(0, SHOWN).map((task) => (
            <CardTask key={task.id} task={task} struck={undone} />
          ))}
          {tasks.length > SHOWN && (
            <li className="px-3 py-1 text-sm text-ink-faint">{t("chat.more", { count: tasks.length - SHOWN })}</li>
          )}
        </ul>
      )}
    </section>
  );
}

export function UndoButton({ group, undone, label }: { group: string; undone: boolean; label: string }): JSX.Element {
  const { t } = useTexts();
  const undo = useUndo();
  const announce = useAnnounce();
  if (undone || undo.isSuccess) return <span className="px-2.5 text-sm text-ink-faint">{t("common.undone")}</span>;
  return (
    <Button
      size="small"
      variant="quiet"
      disabled={undo.isPending}
      onClick={() => undo.mutate(group, { onError: announce.failed })}
      className="text-accent hover:text-accent-strong"
    >
      {label}
    </Button>
  );
}

export function CardTask({ task, struck }: { task: Task; struck: boolean }): JSX.Element {
  const texts = useTexts();
  const clock = useClock();
  const due = dueOf(task, clock.zone);
  const done = task.completed_at !== null;
  const late = !done && due !== null && isOverdue(due, clock);
  return (
    <li className="flex items-start gap-2.5 px-3 py-1 text-sm">
      <span
        aria-hidden
        data-priority={task.priority}
        className={cn(
          "mt-0.75 grid size-3.5 shrink-0 place-items-center rounded-full border-[1.5px]",
          done ? "border-accent bg-accent text-on-accent" : "border-(--ring)",
        )}
      >
        {done && <Check className="size-2.5 stroke-3" />}
      </span>
      <span className={cn("min-w-0 flex-1 [overflow-wrap:anywhere]", (done || struck) && "text-ink-faint")}>
        {task.title}
      </span>
      {due !== null && (
        <span className={cn("shrink-0 tabular-nums", late ? "text-danger" : "text-ink-faint")}>
          {describeDue(due, clock, texts)}
        </span>
      )}
    </li>
  );
}
